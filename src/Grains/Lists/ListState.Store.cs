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
        [.. _labels.Values.Select(label => new StoredLabel(label.LabelId, label.Name, label.Color, label.Stamps.ToStored()))],
        [.. _sectionOrder.Select(ToStored)],
        [.. _tasks.Values.Select(ToStored)])
    {
        Key = Content.Key,
        ArchivedAt = Content.ArchivedAt,
        DeletedAt = Content.DeletedAt,
        Stamps = Content.Stamps.ToStored(),
    };

    static StoredSection ToStored(Section section) => new(
        section.SectionId,
        section.Name,
        section.Deleted,
        [.. section.Places.Select(place => new StoredPlace(place.Task.TaskId, place.Ghost))])
    {
        Limit = section.Content.Limit,
        Stamps = section.Content.Stamps.ToStored(),
    };

    static StoredTask ToStored(TaskItem task)
    {
        return new StoredTask(task.ToPicture(), task.Deleted, task.Content.Stamps.ToStored())
        {
            Transfer = task.Content.Transfer,
            LeftFor = task.Content.LeftFor,
            ItemStamps = Kept(task.Content.Checklist, static item => (item.ItemId, item.Stamps)),
            CommentStamps = Kept(task.Content.Comments, static comment => (comment.CommentId, comment.Stamps)),
        };

        static Dictionary<Guid, Dictionary<string, FieldStamp>>? Kept<T>(IEnumerable<T> parts, Func<T, (Guid, FieldStamps)> of)
        {
            Dictionary<Guid, Dictionary<string, FieldStamp>>? kept = null;
            foreach (var (id, stamps) in parts.Select(of))
                if (stamps.ToStored() is { } stored) (kept ??= [])[id] = stored;
            return kept;
        }
    }

    public static ListState FromStored(Guid listId, StoredList stored)
    {
        var state = new ListState(listId)
        {
            Version = stored.Version,
            LastAt = stored.LastAt,
            LastNumber = stored.LastNumber,
            Content = new ListContent(stored.Name, stored.Key)
            {
                ArchivedAt = stored.ArchivedAt,
                DeletedAt = stored.DeletedAt,
                Stamps = FieldStamps.FromStored(stored.Stamps),
            },
        };
        foreach (var member in stored.Members) state._members.Add(member.UserId, member.Role);
        foreach (var person in stored.People) state._people.Add(person);
        foreach (var label in stored.Labels)
            state._labels.Add(label.LabelId, new Label(label.LabelId, label.Name, label.Color) { Stamps = FieldStamps.FromStored(label.Stamps) });
        foreach (var task in stored.Tasks) state._tasks.Add(task.Task.TaskId, FromStored(task));
        foreach (var section in stored.Sections) state.Take(section);
        return state;
    }

    static TaskItem FromStored(StoredTask stored)
    {
        var task = stored.Task;
        var content = TaskContent.From(task);
        return new TaskItem(task.TaskId, task.Number, task.CreatedAt, task.CreatedBy, content with
        {
            Deleted = stored.Deleted,
            Transfer = stored.Transfer,
            LeftFor = stored.LeftFor,
            Stamps = FieldStamps.FromStored(stored.Stamps),
            Checklist = stored.ItemStamps is { } items ? [.. content.Checklist.Select(item => item with { Stamps = Of(items, item.ItemId) })] : content.Checklist,
            Comments = stored.CommentStamps is { } comments ? [.. content.Comments.Select(comment => comment with { Stamps = Of(comments, comment.CommentId) })] : content.Comments,
        });

        static FieldStamps Of(Dictionary<Guid, Dictionary<string, FieldStamp>> kept, Guid id) => FieldStamps.FromStored(kept.GetValueOrDefault(id));
    }

    void Take(StoredSection stored)
    {
        var section = new Section(stored.SectionId, new SectionContent(stored.Name, stored.Limit, stored.Deleted) { Stamps = FieldStamps.FromStored(stored.Stamps) });
        _sections.Add(section.SectionId, section);
        _sectionOrder.AddLast(section);
        foreach (var place in stored.Places) section.Append(new Place(_tasks[place.TaskId], place.Ghost));
        if (section.Deleted) return;
        SectionCount++;
        TaskCount += section.Count;
    }
}
