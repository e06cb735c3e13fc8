using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;

namespace TaskList.Grains.Search;

/// <summary>Which tasks look different after some changes. Naming too many costs time; naming too few would be wrong.</summary>
sealed class TouchedTasks
{
    readonly HashSet<Guid> _tasks = [];
    readonly HashSet<Guid> _sections = [];

    public bool All { get; private set; }

    public bool Members { get; private set; }

    public void Everything() => All = Members = true;

    /// <summary>When the first change that was noted was made.</summary>
    public DateTime? Since { get; private set; }

    public void Note(ListChange change)
    {
        Since ??= change.At;
        foreach (var happened in change.Events) Note(happened);
    }

    /// <summary>The tasks, live or not, as the state has them now.</summary>
    public IEnumerable<TaskItem> In(ListState state)
    {
        if (All) return state.AllTasks;
        var inSections = _sections.Select(state.AnySection).OfType<Section>().SelectMany(section => section.Places).Where(place => !place.Ghost).Select(place => place.Task);
        return _tasks.Select(state.AnyTask).OfType<TaskItem>().Concat(inSections).Distinct();
    }

    void Note(ListEvent happened)
    {
        switch (happened)
        {
            case ListCreated:
                Everything();
                break;
            case MemberAdded or MemberRoleSet or MemberRemoved:
                Members = true;
                break;
            case SectionDeleted deleted:
                _sections.Add(deleted.SectionId);
                break;
            case SectionRestored restored:
                _sections.Add(restored.SectionId);
                break;
            case LabelRestored restored:
                _tasks.UnionWith(restored.TaskIds);
                break;
            case ListRenamed or ListKeySet or ListArchived or ListUnarchived or ListDeleted or ListRestored:
            case SectionAdded or SectionRenamed or SectionLimitSet or SectionMoved or LabelDefined or Undone:
                break;
            default:
                // A deleted label was on any of them, and so may be whatever an event that is new here did.
                if (happened.FindTaskId() is { } taskId) _tasks.Add(taskId);
                else All = true;
                break;
        }
    }
}
