using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>One list in memory: what all its changes so far amount to. <see cref="Apply(ListChange, Action{ListEvent}?)"/> is the only way to change it and uses nothing but the change.</summary>
sealed partial class ListState(Guid listId)
{
    // Ordered ones, because a stored snapshot must not depend on how a hash table fills its holes.
    readonly OrderedDictionary<Guid, Section> _sections = [];
    readonly LinkedList<Section> _sectionOrder = [];
    readonly OrderedDictionary<Guid, TaskItem> _tasks = [];
    readonly OrderedDictionary<Guid, Label> _labels = [];
    readonly OrderedDictionary<Guid, Role> _members = [];
    readonly HashSet<Guid> _people = [];

    public Guid ListId { get; } = listId;

    /// <summary>0 until the list is created.</summary>
    public long Version { get; private set; }

    public DateTime LastAt { get; private set; }

    public ListContent Content { get; private set; } = new("");

    public string Name => Content.Name;

    public int LastNumber { get; private set; }

    public bool Exists => Version > 0;

    /// <summary>Those of a deleted list, too: its owners may restore it.</summary>
    public IReadOnlyDictionary<Guid, Role> Members => _members;

    public IReadOnlyDictionary<Guid, Label> Labels => _labels;

    /// <summary>Everybody who is or was a member or wrote a change.</summary>
    public IReadOnlyCollection<Guid> People => _people;

    public IEnumerable<Section> Sections => from section in _sectionOrder where !section.Deleted select section;

    /// <summary>Deleted ones, too, in their places.</summary>
    public IEnumerable<Section> AllSections => _sectionOrder;

    /// <summary>Frozen tasks, which wait for another list's answer.</summary>
    public IEnumerable<TaskItem> InTransfer => _tasks.Values.Where(task => task.Content.Transfer is not null);

    public int SectionCount { get; private set; }

    /// <summary>Live tasks.</summary>
    public int TaskCount { get; private set; }

    /// <summary>Null for strangers, and for everybody once the list is deleted: then it is as if it did not exist.</summary>
    public Role? RoleOf(Guid userId) => Content.DeletedAt is null && _members.TryGetValue(userId, out var role) ? role : null;

    /// <summary>A section that is not deleted, or null.</summary>
    public Section? Section(Guid sectionId) => _sections.TryGetValue(sectionId, out var section) && !section.Deleted ? section : null;

    public Section? AnySection(Guid sectionId) => _sections.GetValueOrDefault(sectionId);

    /// <summary>A task that is neither deleted nor gone with its section, or null.</summary>
    public TaskItem? Task(Guid taskId) => AnyTask(taskId) is { IsLive: true } task ? task : null;

    public TaskItem? AnyTask(Guid taskId) => _tasks.GetValueOrDefault(taskId);

    /// <summary>Every task there ever was, in the order in which they came.</summary>
    public IEnumerable<TaskItem> AllTasks => _tasks.Values;

    /// <summary>The nearest live section at or before an anchor's place, other than <paramref name="mover"/>; null for the first place.</summary>
    public Section? ResolveSection(Anchor place, Section? mover)
    {
        if (place is { Last: false, After: null }) return null;
        var node = place.After is { } id && _sections.TryGetValue(id, out var anchor) ? _sectionOrder.Find(anchor) : _sectionOrder.Last;
        while (node is not null && (node.Value.Deleted || node.Value == mover)) node = node.Previous;
        return node?.Value;
    }

    public Section? SectionBefore(Section section)
    {
        var node = _sectionOrder.Find(section)?.Previous;
        while (node is { Value.Deleted: true }) node = node.Previous;
        return node?.Value;
    }

    /// <summary>Gathered at once, so that it may be written while the list goes on.</summary>
    public ListSnapshot ToSnapshot(Guid historyId) => new(
        ListId,
        historyId,
        Version,
        Name,
        Content.Key,
        Content.ArchivedAt,
        [.. Sections.Select(section => new SectionPicture(section.SectionId, section.Name, section.Content.Limit, [.. section.Tasks.Select(task => task.TaskId)]))],
        [.. Sections.SelectMany(section => section.Tasks).Select(task => task.ToPicture())],
        [.. _labels.Values.Select(label => label.ToPicture())],
        [.. _members.Select(member => new ListMember(member.Key, member.Value))]);
}

/// <summary>What a list says of itself. Immutable.</summary>
/// <param name="Key">The letters of its task numbers; lists of earlier releases have none until an owner sets one.</param>
sealed record ListContent(string Name, string? Key = null)
{
    public DateTime? ArchivedAt { get; init; }

    public DateTime? DeletedAt { get; init; }

    public FieldStamps Stamps { get; init; } = FieldStamps.None;
}

sealed record Label(Guid LabelId, string Name, string Color)
{
    public FieldStamps Stamps { get; init; } = FieldStamps.None;

    public LabelPicture ToPicture() => new(LabelId, Name, Color);
}
