using System.Diagnostics;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class ListState
{
    /// <summary>Takes in the next change. The rules have decided; nothing is refused here.</summary>
    public void Apply(ListChange change)
    {
        Debug.Assert(change.Version == Version + 1, "A list takes its changes in order.");
        foreach (var happened in change.Events) Apply(happened, change);
        if (change.ActorId is { } actor) _people.Add(actor);
        Version = change.Version;
        LastAt = change.At;
    }

    void Apply(ListEvent happened, ListChange change)
    {
        switch (happened)
        {
            case ListCreated created:
                Name = created.Name;
                SetMember(created.OwnerId, Role.Owner);
                break;
            case ListRenamed renamed:
                Name = renamed.Name;
                break;
            case MemberAdded added:
                SetMember(added.UserId, added.Role);
                break;
            case MemberRoleSet set:
                SetMember(set.UserId, set.Role);
                break;
            case MemberRemoved removed:
                _members.Remove(removed.UserId);
                break;
            case LabelDefined label:
                _labels[label.LabelId] = new LabelPicture(label.LabelId, label.Name, label.Color);
                break;
            case SectionAdded or SectionRenamed or SectionMoved or SectionDeleted:
                ApplySection(happened);
                break;
            case TaskAdded added:
                AddTask(added, change);
                break;
            default:
                ApplyTask(happened, change);
                break;
        }
    }

    void SetMember(Guid userId, Role role)
    {
        _members[userId] = role;
        _people.Add(userId);
    }

    void ApplySection(ListEvent happened)
    {
        switch (happened)
        {
            case SectionAdded added:
                var section = new Section(added.SectionId, added.Name);
                _sections.Add(section.SectionId, section);
                Insert(section, added.AfterSectionId);
                SectionCount++;
                break;
            case SectionRenamed renamed:
                _sections[renamed.SectionId].Name = renamed.Name;
                break;
            case SectionMoved moved:
                var mover = _sections[moved.SectionId];
                _sectionOrder.Remove(mover);
                Insert(mover, moved.AfterSectionId);
                break;
            case SectionDeleted deleted:
                _sections[deleted.SectionId].Deleted = true;
                SectionCount--;
                break;
        }
    }

    void Insert(Section section, Guid? after)
    {
        if (after is { } id) _sectionOrder.AddAfter(_sectionOrder.Find(_sections[id])!, section);
        else _sectionOrder.AddFirst(section);
    }

    void AddTask(TaskAdded added, ListChange change)
    {
        var task = new TaskItem(added.TaskId, added.Number, added.Title, change.At, change.ActorId)
        {
            Description = added.Description,
            StartAt = added.StartAt,
            DueAt = added.DueAt,
        };
        _tasks.Add(task.TaskId, task);
        LastNumber = Math.Max(LastNumber, added.Number);
        _sections[added.SectionId].Insert(task, Neighbour(added.AfterTaskId));
    }

    TaskItem? Neighbour(Guid? taskId) => taskId is { } id ? _tasks[id] : null;

    void ApplyTask(ListEvent happened, ListChange change)
    {
        switch (happened)
        {
            case TaskEdited edited:
                Edit(_tasks[edited.TaskId], edited, new FieldStamp(change.Version, change.ActorId));
                break;
            case TaskMoved moved:
                Move(_tasks[moved.TaskId], _sections[moved.SectionId], Neighbour(moved.AfterTaskId));
                break;
            case TaskCompleted completed:
                _tasks[completed.TaskId].CompletedAt = change.At;
                break;
            case TaskReopened reopened:
                _tasks[reopened.TaskId].CompletedAt = null;
                break;
            case TaskDeleted deleted:
                var gone = _tasks[deleted.TaskId];
                gone.Section.SetDeleted(gone, deleted: true);
                break;
            case TaskRestored restored:
                var back = _tasks[restored.TaskId];
                back.Section.SetDeleted(back, deleted: false);
                Move(back, _sections[restored.SectionId], Neighbour(restored.AfterTaskId));
                break;
            case Assigned assigned:
                _tasks[assigned.TaskId].Assignees.Add(assigned.UserId);
                break;
            case Unassigned unassigned:
                _tasks[unassigned.TaskId].Assignees.Remove(unassigned.UserId);
                break;
            case LabelAdded added:
                _tasks[added.TaskId].Labels.Add(added.LabelId);
                break;
            case LabelRemoved removed:
                _tasks[removed.TaskId].Labels.Remove(removed.LabelId);
                break;
            case ChecklistItemAdded item:
                var checklist = _tasks[item.TaskId].Checklist;
                checklist.Insert(checklist.FindIndex(i => i.ItemId == item.AfterItemId) + 1, new ChecklistItemPicture(item.ItemId, item.Text, item.Checked));
                break;
            case CommentAdded comment:
                _tasks[comment.TaskId].Comments.Add(
                    new CommentPicture(comment.CommentId, change.ActorId, change.At, comment.Text, comment.ImportedAuthor, comment.ImportedAt));
                break;
            default:
                throw new UnreachableException($"No rule applies {happened.GetType().Name}.");
        }
    }

    static void Move(TaskItem task, Section to, TaskItem? after)
    {
        task.Section.TakeOut(task, leaveGhost: task.Section != to);
        to.Insert(task, after);
    }

    static void Edit(TaskItem task, TaskEdited edited, FieldStamp stamp)
    {
        if (edited.Title.HasValue) Stamp("title", () => task.Title = edited.Title.Value);
        if (edited.Description.HasValue) Stamp("description", () => task.Description = edited.Description.Value);
        if (edited.StartAt.HasValue) Stamp("startAt", () => task.StartAt = edited.StartAt.Value);
        if (edited.DueAt.HasValue) Stamp("dueAt", () => task.DueAt = edited.DueAt.Value);

        void Stamp(string field, Action write)
        {
            write();
            task.Stamps[field] = stamp;
        }
    }
}
