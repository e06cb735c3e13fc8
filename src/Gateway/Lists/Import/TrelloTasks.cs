using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists.Import;

/// <summary>The cards of a section, each with its labels, checklists and comments.</summary>
sealed class TrelloTasks(TrelloBoard board, HashSet<string> labels, ImportTally tally, ImportIds ids, ImportCommands commands)
{
    readonly TrelloFields _fields = new(board, tally);
    readonly TrelloComments _comments = new(board, tally, ids, commands);
    readonly ILookup<string, TrelloChecklist> _checklists = board.Checklists.Items().DistinctBy(list => list.Id).ToLookup(list => list.IdCard ?? "");

    public void Add(IEnumerable<TrelloCard> cards, Guid sectionId)
    {
        foreach (var card in cards.InOrder(card => card.Pos))
        {
            if (card.Closed == true) tally.Drop(ImportKinds.Tasks, DropReasons.Closed);
            else if (tally.Fits(ImportKinds.Tasks, tally.Imported(ImportKinds.Tasks), ListLimits.Tasks)) Add(card, sectionId);
        }
    }

    void Add(TrelloCard card, Guid sectionId)
    {
        var taskId = ids.Of("task", card.Id);
        commands.Add(
            "addTask", card.Id,
            ("taskId", taskId),
            ("sectionId", sectionId),
            ("title", tally.Name(card.Name, ListLimits.Title)),
            ("description", _fields.Describe(card) is { } text ? tally.Cut(text, ListLimits.Text) : null),
            ("startAt", TrelloDates.Parse(card.Start, tally)),
            ("dueAt", TrelloDates.Parse(card.Due, tally)));
        AddLabels(card, taskId);
        AddChecklistItems(card, taskId);
        _comments.Add(card, taskId);
        if (card.DueComplete == true) commands.Add("completeTask", card.Id, ("taskId", taskId));
        CountWhatStays(card);
    }

    void AddLabels(TrelloCard card, Guid taskId)
    {
        foreach (var labelId in card.IdLabels.Items().Distinct())
        {
            if (labels.Contains(labelId)) commands.Add("addLabel", $"{card.Id}/{labelId}", ("taskId", taskId), ("labelId", ids.Of("label", labelId)));
            else tally.Drop(ImportKinds.Labels, DropReasons.NoParent);
        }
    }

    /// <summary>A task has one checklist: where a card has several, each item says which it came from.</summary>
    void AddChecklistItems(TrelloCard card, Guid taskId)
    {
        var count = 0;
        var checklists = _checklists[card.Id].Where(list => list.CheckItems.Items().Any()).InOrder(list => list.Pos).ToList();
        foreach (var checklist in checklists)
        {
            var group = checklists.Count > 1 ? $"{tally.Name(checklist.Name, ListLimits.Name)}: " : "";
            foreach (var item in checklist.CheckItems.Items().DistinctBy(item => item.Id).InOrder(item => item.Pos))
            {
                if (!tally.Fits(ImportKinds.ChecklistItems, count, ListLimits.ChecklistItems)) continue;

                count++;
                var text = tally.Cut(group + tally.Name(item.Name, int.MaxValue), ListLimits.Title);
                commands.Add(
                    "addChecklistItem", item.Id,
                    ("taskId", taskId), ("itemId", ids.Of("checklistItem", item.Id)), ("text", text), ("checked", item.State == "complete"));
                if (item.Due is not null || item.IdMember is not null) tally.Drop(ImportKinds.ChecklistDetails, DropReasons.NotSupported);
            }
        }
    }

    void CountWhatStays(TrelloCard card)
    {
        tally.Drop(ImportKinds.Attachments, DropReasons.NotSupported, card.Attachments.Items().Count());
        tally.Drop(ImportKinds.Votes, DropReasons.NotSupported, card.IdMembersVoted.Items().Count());
        tally.Drop(ImportKinds.Assignments, DropReasons.NotSupported, card.IdMembers.Items().Count());
        if (card.Cover is { } cover && (cover.IdAttachment ?? cover.Color ?? cover.IdUploadedBackground) is not null)
            tally.Drop(ImportKinds.Covers, DropReasons.NotSupported);
        if (card.DueReminder is >= 0) tally.Drop(ImportKinds.Reminders, DropReasons.NotSupported);
    }
}
