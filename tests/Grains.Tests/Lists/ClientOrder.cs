using TaskList.Contracts.Lists;

namespace TaskList.Grains.Tests.Lists;

/// <summary>The order of tasks as a client keeps it: plain arrays, and it forgets what is deleted.</summary>
static class ClientOrder
{
    public static void Apply(Dictionary<Guid, List<Guid>> sections, ListEvent happened)
    {
        switch (happened)
        {
            case SectionAdded added:
                sections[added.SectionId] = [];
                break;
            case SectionDeleted deleted:
                sections.Remove(deleted.SectionId);
                break;
            case TaskAdded added:
                Insert(sections[added.SectionId], added.TaskId, added.AfterTaskId);
                break;
            case TaskMoved moved:
                Remove(sections, moved.TaskId);
                Insert(sections[moved.SectionId], moved.TaskId, moved.AfterTaskId);
                break;
            case TaskRestored restored:
                Insert(sections[restored.SectionId], restored.TaskId, restored.AfterTaskId);
                break;
            case TaskDeleted deleted:
                Remove(sections, deleted.TaskId);
                break;
        }
    }

    static void Insert(List<Guid> section, Guid taskId, Guid? after) => section.Insert(after is { } id ? section.IndexOf(id) + 1 : 0, taskId);

    static void Remove(Dictionary<Guid, List<Guid>> sections, Guid taskId)
    {
        foreach (var section in sections.Values) section.Remove(taskId);
    }
}
