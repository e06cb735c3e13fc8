namespace TaskList.Grains.Lists;

/// <summary>
/// A column of the board: a name and the order of its tasks, deleted ones and ghosts included. The tasks that are seen are a chain of their own, so that neither the last one nor
/// the one before another is looked for behind thousands of deleted ones. While there is a journal, each step notes how to take it back.
/// </summary>
sealed class Section(Guid sectionId, SectionContent content)
{
    readonly LinkedList<Place> _order = [];
    readonly Dictionary<Guid, LinkedListNode<Place>> _ghosts = [];
    TaskItem? _first;
    TaskItem? _last;

    public Guid SectionId { get; } = sectionId;

    public SectionContent Content { get; set; } = content;

    public string Name => Content.Name;

    public bool Deleted => Content.Deleted;

    /// <summary>Tasks in it that are not deleted themselves.</summary>
    public int Count { get; private set; }

    /// <summary>Unseen places that were stepped over so far in search of a seen one: only an anchor that is unseen itself costs any.</summary>
    public int SteppedOver { get; private set; }

    public IEnumerable<TaskItem> Tasks
    {
        get
        {
            for (var task = _first; task is not null; task = task.Next) yield return task;
        }
    }

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
        if (!task.Deleted) Show(task, journal);
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
        if (!place.Task.Deleted) Link(place.Task, _last);
    }

    public void TakeOut(TaskItem task, bool leaveGhost, Journal? journal)
    {
        if (!task.Deleted) Hide(task, journal);
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
            _ => _last?.Node,
        };
        var found = SeenFrom(node);
        return found is not null && found == mover ? found.Previous : found;
    }

    /// <summary>The nearest seen task before another, which may be unseen itself.</summary>
    public static TaskItem? Before(TaskItem task) => task.Deleted ? task.Section.SeenFrom(task.Node.Previous) : task.Previous;

    /// <summary>A task that stands here is seen from now on.</summary>
    public void Show(TaskItem task, Journal? journal)
    {
        Link(task, SeenFrom(task.Node.Previous));
        journal?.Note(() => Unlink(task));
    }

    public void Hide(TaskItem task, Journal? journal)
    {
        var before = task.Previous;
        Unlink(task);
        journal?.Note(() => Link(task, before));
    }

    void Link(TaskItem task, TaskItem? before)
    {
        var after = before is null ? _first : before.Next;
        (task.Previous, task.Next) = (before, after);
        if (before is null) _first = task;
        else before.Next = task;
        if (after is null) _last = task;
        else after.Previous = task;
        Count++;
    }

    void Unlink(TaskItem task)
    {
        if (task.Previous is null) _first = task.Next;
        else task.Previous.Next = task.Next;
        if (task.Next is null) _last = task.Previous;
        else task.Next.Previous = task.Previous;
        (task.Previous, task.Next) = (null, null);
        Count--;
    }

    TaskItem? SeenFrom(LinkedListNode<Place>? node)
    {
        for (; node is { Value.Seen: false }; node = node.Previous) SteppedOver++;
        return node?.Value.Task;
    }
}

/// <summary>What a section says. Immutable.</summary>
sealed record SectionContent(string Name, int? Limit = null, bool Deleted = false)
{
    public FieldStamps Stamps { get; init; } = FieldStamps.None;
}
