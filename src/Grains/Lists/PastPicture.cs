using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>As much of a list at one version as the undo of one change needs. Contents are immutable, so this costs references only.</summary>
/// <param name="SectionOrder">All sections, deleted ones too.</param>
/// <param name="TaskOrder">The seen tasks of the sections that the change's tasks stand in, by section.</param>
/// <param name="Labelled">The live tasks that had each label that the change is about.</param>
sealed record PastPicture(
    ListContent List,
    Dictionary<Guid, Label> Labels,
    Dictionary<Guid, SectionContent> Sections,
    Guid[] SectionOrder,
    Dictionary<Guid, PastTask> Tasks,
    Dictionary<Guid, Guid[]> TaskOrder,
    Dictionary<Guid, Guid[]> Labelled)
{
    public static PastPicture Of(ListState state, ListChange change)
    {
        Dictionary<Guid, PastTask> tasks = [];
        Dictionary<Guid, Guid[]> order = [];
        Dictionary<Guid, Guid[]> labelled = [];
        foreach (var happened in change.Events)
        {
            if (happened.FindTaskId() is { } taskId && state.AnyTask(taskId) is { } task) Keep(task);
            if (((happened as LabelDeleted)?.LabelId ?? (happened as LabelRestored)?.LabelId) is { } label)
                labelled[label] = [.. state.AllTasks.Where(t => t.IsLive && t.Content.Labels.Contains(label)).Select(t => t.TaskId)];
            if (happened is SectionRestored { SectionId: var restored } && state.AnySection(restored) is { } section)
            {
                foreach (var inside in section.Tasks) Keep(inside);
            }
        }

        return new PastPicture(
            state.Content,
            state.Labels.ToDictionary(),
            state.AllSections.ToDictionary(s => s.SectionId, s => s.Content),
            [.. state.AllSections.Select(s => s.SectionId)],
            tasks,
            order,
            labelled);

        void Keep(TaskItem task)
        {
            tasks[task.TaskId] = new PastTask(task.Content, task.Section.SectionId);
            if (!order.ContainsKey(task.Section.SectionId)) order[task.Section.SectionId] = [.. task.Section.Tasks.Select(t => t.TaskId)];
        }
    }
}

sealed record PastTask(TaskContent Content, Guid SectionId);
