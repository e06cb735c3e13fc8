using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class ListState
{
    public StoredList ToStored() => new(
        Name,
        Version,
        LastAt,
        LastNumber,
        [.. _members.Select(member => new ListMember(member.Key, member.Value))],
        [.. _people],
        [.. _labels.Values],
        [.. _sectionOrder.Select(ToStored)],
        [.. _tasks.Values.Select(task => new StoredTask(task.ToPicture(), task.Deleted, task.Stamps))]);

    static StoredSection ToStored(Section section) => new(
        section.SectionId,
        section.Name,
        section.Deleted,
        [.. section.Places.Select(place => new StoredPlace(place.Task.TaskId, place.Ghost))]);

    public static ListState FromStored(Guid listId, StoredList stored)
    {
        var state = new ListState(listId) { Name = stored.Name, Version = stored.Version, LastAt = stored.LastAt, LastNumber = stored.LastNumber };
        foreach (var member in stored.Members) state._members.Add(member.UserId, member.Role);
        foreach (var person in stored.People) state._people.Add(person);
        foreach (var label in stored.Labels) state._labels.Add(label.LabelId, label);
        foreach (var task in stored.Tasks) state._tasks.Add(task.Task.TaskId, FromStored(task));
        foreach (var section in stored.Sections) state.Take(section);
        return state;
    }

    static TaskItem FromStored(StoredTask stored)
    {
        var task = stored.Task;
        return new TaskItem(task.TaskId, task.Number, task.Title, task.CreatedAt, task.CreatedBy)
        {
            Description = task.Description,
            CompletedAt = task.CompletedAt,
            StartAt = task.StartAt,
            DueAt = task.DueAt,
            Deleted = stored.Deleted,
            Assignees = [.. task.AssigneeIds],
            Labels = [.. task.LabelIds],
            Checklist = [.. task.Checklist],
            Comments = [.. task.Comments],
            Stamps = stored.Stamps,
        };
    }

    void Take(StoredSection stored)
    {
        var section = new Section(stored.SectionId, stored.Name) { Deleted = stored.Deleted };
        _sections.Add(section.SectionId, section);
        _sectionOrder.AddLast(section);
        if (!section.Deleted) SectionCount++;
        foreach (var place in stored.Places) section.Append(new Place(_tasks[place.TaskId], place.Ghost));
    }
}
