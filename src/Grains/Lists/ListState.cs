using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>One list in memory: what all its changes so far amount to. <see cref="Apply(ListChange)"/> is the only way to change it and uses nothing but the change.</summary>
sealed partial class ListState(Guid listId)
{
    readonly Dictionary<Guid, Section> _sections = [];
    readonly LinkedList<Section> _sectionOrder = [];
    readonly Dictionary<Guid, TaskItem> _tasks = [];
    readonly Dictionary<Guid, LabelPicture> _labels = [];
    readonly Dictionary<Guid, Role> _members = [];
    readonly HashSet<Guid> _people = [];

    public Guid ListId { get; } = listId;

    /// <summary>0 until the list is created.</summary>
    public long Version { get; private set; }

    public DateTime LastAt { get; private set; }

    public string Name { get; private set; } = "";

    public int LastNumber { get; private set; }

    public bool Exists => Version > 0;

    public IReadOnlyDictionary<Guid, Role> Members => _members;

    public IReadOnlyDictionary<Guid, LabelPicture> Labels => _labels;

    /// <summary>Everybody who is or was a member or wrote a change.</summary>
    public IReadOnlyCollection<Guid> People => _people;

    public IEnumerable<Section> Sections => from section in _sectionOrder where !section.Deleted select section;

    public int SectionCount { get; private set; }

    public int TaskCount => Sections.Sum(section => section.Count);

    public Role? RoleOf(Guid userId) => _members.TryGetValue(userId, out var role) ? role : null;

    /// <summary>A section that is not deleted, or null.</summary>
    public Section? Section(Guid sectionId) => _sections.TryGetValue(sectionId, out var section) && !section.Deleted ? section : null;

    /// <summary>A task that is neither deleted nor gone with its section, or null.</summary>
    public TaskItem? Task(Guid taskId) => AnyTask(taskId) is { IsLive: true } task ? task : null;

    public TaskItem? AnyTask(Guid taskId) => _tasks.GetValueOrDefault(taskId);

    public bool KnowsSection(Guid sectionId) => _sections.ContainsKey(sectionId);

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

    public ListSnapshot ToSnapshot(Guid historyId) => new(
        ListId,
        historyId,
        Version,
        Name,
        Sections.Select(section => new SectionPicture(section.SectionId, section.Name, section.Tasks.Select(task => task.TaskId))),
        Sections.SelectMany(section => section.Tasks).Select(task => task.ToPicture()),
        _labels.Values,
        _members.Select(member => new ListMember(member.Key, member.Value)));
}
