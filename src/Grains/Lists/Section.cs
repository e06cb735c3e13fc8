namespace TaskList.Grains.Lists;

/// <summary>A column of the board: a name and the order of its tasks, deleted ones and ghosts included. Every step is constant in the number of tasks.</summary>
sealed class Section(Guid sectionId, string name)
{
    readonly LinkedList<Place> _order = [];
    readonly Dictionary<Guid, LinkedListNode<Place>> _ghosts = [];

    public Guid SectionId { get; } = sectionId;

    public string Name { get; set; } = name;

    public bool Deleted { get; set; }

    /// <summary>Tasks in it that are not deleted themselves.</summary>
    public int Count { get; private set; }

    public IEnumerable<TaskItem> Tasks => from place in _order where place.Seen select place.Task;

    /// <summary>Everything in order, unseen places too; what a stored snapshot keeps.</summary>
    public IEnumerable<Place> Places => _order;

    public void Insert(TaskItem task, TaskItem? after)
    {
        if (_ghosts.Remove(task.TaskId, out var ghost)) _order.Remove(ghost);
        var place = new Place(task, Ghost: false);
        task.Settle(this, after is null ? _order.AddFirst(place) : _order.AddAfter(after.Node, place));
        if (!task.Deleted) Count++;
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

    public void TakeOut(TaskItem task, bool leaveGhost)
    {
        if (leaveGhost) _ghosts[task.TaskId] = _order.AddAfter(task.Node, new Place(task, Ghost: true));
        _order.Remove(task.Node);
        if (!task.Deleted) Count--;
    }

    public void SetDeleted(TaskItem task, bool deleted)
    {
        if (task.Deleted == deleted) return;
        task.Deleted = deleted;
        Count += deleted ? -1 : 1;
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
