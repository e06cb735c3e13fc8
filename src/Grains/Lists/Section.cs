namespace TaskList.Grains.Lists;

/// <summary>A column of the board: a name and the order of its tasks, deleted ones and ghosts included. Every step is constant in the number of tasks. While there is a journal, each step notes how to take it back.</summary>
sealed class Section(Guid sectionId, SectionContent content)
{
    readonly LinkedList<Place> _order = [];
    readonly Dictionary<Guid, LinkedListNode<Place>> _ghosts = [];

    public Guid SectionId { get; } = sectionId;

    public SectionContent Content { get; set; } = content;

    public string Name => Content.Name;

    public bool Deleted => Content.Deleted;

    /// <summary>Tasks in it that are not deleted themselves.</summary>
    public int Count { get; set; }

    public IEnumerable<TaskItem> Tasks => from place in _order where place.Seen select place.Task;

    /// <summary>Everything in order, unseen places too; what a stored snapshot keeps.</summary>
    public IEnumerable<Place> Places => _order;

    public void Insert(TaskItem task, TaskItem? after, Journal? journal)
    {
        if (_ghosts.Remove(task.TaskId, out var ghost))
        {
            journal?.Note(() => _ghosts[task.TaskId] = ghost);
            _order.TakeOut(ghost, journal);
        }

        var node = _order.Put(new Place(task, Ghost: false), after?.Node, journal);
        if (journal is not null)
        {
            var (section, was) = (task.Section, task.Node);
            journal.Note(() => task.Settle(section, was));
        }

        task.Settle(this, node);
    }

    public void Append(Place place)
    {
        var node = _order.AddLast(place);
        if (place.Ghost)
        {
            _ghosts[place.Task.TaskId] = node;
            return;
        }

        place.Task.Settle(this, node);
        if (!place.Task.Deleted) Count++;
    }

    public void TakeOut(TaskItem task, bool leaveGhost, Journal? journal)
    {
        if (leaveGhost)
        {
            _ghosts[task.TaskId] = _order.Put(new Place(task, Ghost: true), task.Node, journal);
            journal?.Note(() => _ghosts.Remove(task.TaskId));
        }

        _order.TakeOut(task.Node, journal);
    }

    /// <summary>The nearest seen task at or before an anchor's place, other than <paramref name="mover"/>; null for the first place. An anchor never known here means the end.</summary>
    public TaskItem? Resolve(TaskItem? anchor, TaskItem? mover)
    {
        var node = anchor switch
        {
            not null when anchor.Section == this => anchor.Node,
            not null when _ghosts.TryGetValue(anchor.TaskId, out var ghost) => ghost,
            _ => _order.Last,
        };
        return SeenFrom(node, mover);
    }

    public static TaskItem? Before(TaskItem task) => SeenFrom(task.Node.Previous, task);

    static TaskItem? SeenFrom(LinkedListNode<Place>? node, TaskItem? except)
    {
        while (node is not null && (!node.Value.Seen || node.Value.Task == except)) node = node.Previous;
        return node?.Value.Task;
    }
}

/// <summary>What a section says. Immutable.</summary>
sealed record SectionContent(string Name, int? Limit = null, bool Deleted = false)
{
    public FieldStamps Stamps { get; init; } = FieldStamps.None;
}
