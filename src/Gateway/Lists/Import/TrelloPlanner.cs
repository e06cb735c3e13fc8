using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists.Import;

/// <summary>From a board to the commands that build the same list, and to the report of what they leave out. Pure: no clock, no calls.</summary>
sealed class TrelloPlanner
{
    readonly TrelloBoard _board;
    readonly ImportTally _tally = new();
    readonly ImportIds _ids;
    readonly ImportCommands _commands;
    readonly HashSet<string> _labels = [];

    TrelloPlanner(TrelloBoard board, Guid listId)
    {
        _board = board;
        _ids = new ImportIds(listId);
        _commands = new ImportCommands(_ids);
    }

    public static ImportPlan Plan(TrelloBoard board, Guid listId) => new TrelloPlanner(board, listId).Plan();

    ImportPlan Plan()
    {
        AddLabels();
        AddSectionsAndTasks();
        CountOrphans();
        if (!string.IsNullOrWhiteSpace(_board.Desc)) _tally.Drop(ImportKinds.BoardDescription, DropReasons.NotSupported);
        _tally.Drop(ImportKinds.Members, DropReasons.NotSupported, _board.Members.Items().Count());
        return new ImportPlan(_tally.Name(_board.Name, ListLimits.Name), _commands.All, _tally.Report());
    }

    void AddLabels()
    {
        foreach (var label in _board.Labels.Items())
        {
            if (_labels.Contains(label.Id) || !_tally.Fits(ImportKinds.Labels, _labels.Count, ListLimits.Labels)) continue;

            _labels.Add(label.Id);
            var name = _tally.Cut(label.Name?.Trim() ?? "", ListLimits.Name);
            _commands.Add("defineLabel", label.Id, ("labelId", _ids.Of("label", label.Id)), ("name", name), ("color", TrelloColors.Map(label.Color, _tally)));
        }
    }

    void AddSectionsAndTasks()
    {
        var tasks = new TrelloTasks(_board, _labels, _tally, _ids, _commands);
        var cards = _board.Cards.Items().DistinctBy(card => card.Id).ToLookup(card => card.IdList ?? "");
        var lists = _board.Lists.Items().DistinctBy(list => list.Id).ToList();
        foreach (var list in lists.InOrder(list => list.Pos))
        {
            if (list.Closed == true)
            {
                _tally.Drop(ImportKinds.Sections, DropReasons.Closed);
                DropCards(cards[list.Id], DropReasons.ClosedList);
            }
            else if (!_tally.Fits(ImportKinds.Sections, _tally.Imported(ImportKinds.Sections), ListLimits.Sections))
            {
                DropCards(cards[list.Id], DropReasons.LimitReached);
            }
            else
            {
                AddSection(list);
                tasks.Add(cards[list.Id], _ids.Of("section", list.Id));
            }
        }

        var known = lists.Select(list => list.Id).ToHashSet();
        DropCards(cards.Where(group => !known.Contains(group.Key)).SelectMany(group => group), DropReasons.NoParent);
    }

    void AddSection(TrelloList list)
    {
        if (list.SoftLimit is not null) _tally.Drop(ImportKinds.SectionLimits, DropReasons.NotSupported);
        _commands.Add("addSection", list.Id, ("sectionId", _ids.Of("section", list.Id)), ("name", _tally.Name(list.Name, ListLimits.Name)));
    }

    /// <summary>Parts of cards that were deleted in Trello.</summary>
    void CountOrphans()
    {
        var cards = _board.Cards.Items().Select(card => card.Id).ToHashSet();
        var items = _board.Checklists.Items().Where(list => !cards.Contains(list.IdCard ?? "")).Sum(list => list.CheckItems.Items().Count());
        _tally.Drop(ImportKinds.ChecklistItems, DropReasons.NoParent, items);
        _tally.Drop(ImportKinds.Comments, DropReasons.NoParent, TrelloComments.In(_board).Count(comment => !cards.Contains(comment.Data?.Card?.Id ?? "")));
    }

    /// <summary>An archived card stays out because it is archived, wherever it lay.</summary>
    void DropCards(IEnumerable<TrelloCard> cards, string reason)
    {
        foreach (var card in cards) _tally.Drop(ImportKinds.Tasks, card.Closed == true ? DropReasons.Closed : reason);
    }
}
