using System.Diagnostics;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class ListState
{
    /// <summary>Takes in the next change. The rules have decided; nothing is refused here.</summary>
    /// <param name="look">Sees each event before it is applied.</param>
    public void Apply(ListChange change, Action<ListEvent>? look = null)
    {
        Debug.Assert(change.Version == Version + 1, "A list takes its changes in order.");
        foreach (var happened in change.Events)
        {
            look?.Invoke(happened);
            Apply(happened, change);
        }

        if (change.ActorId is { } actor) _people.Add(actor);
        Version = change.Version;
        LastAt = change.At;
    }

    void Apply(ListEvent happened, ListChange change)
    {
        var stamp = new FieldStamp(change.Version, change.ActorId);
        switch (happened)
        {
            case ListCreated created:
                Set(new ListContent(created.Name, created.Key));
                SetMember(created.OwnerId, Role.Owner);
                break;
            case ListRenamed renamed:
                Set(Content with { Name = renamed.Name, Stamps = Content.Stamps.With(Fields.Name, stamp) });
                break;
            case ListKeySet set:
                Set(Content with { Key = set.Key, Stamps = Content.Stamps.With(Fields.Key, stamp) });
                break;
            case ListArchived:
                Set(Content with { ArchivedAt = change.At });
                break;
            case ListUnarchived:
                Set(Content with { ArchivedAt = null });
                break;
            case ListDeleted:
                Set(Content with { DeletedAt = change.At });
                break;
            case ListRestored:
                Set(Content with { DeletedAt = null });
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
            case LabelDefined or LabelDeleted or LabelRestored:
                ApplyLabel(happened, stamp);
                break;
            case SectionAdded or SectionRenamed or SectionLimitSet or SectionMoved or SectionDeleted or SectionRestored:
                ApplySection(happened, stamp);
                break;
            case TaskAdded or TaskMoved or TaskDeleted or TaskRestored or TaskReceived or TaskTransferred:
                ApplyPlace(happened, change, stamp);
                break;
            case Undone:
                break;
            default:
                ApplyContent(happened, change, stamp);
                break;
        }
    }

    void SetMember(Guid userId, Role role)
    {
        _members[userId] = role;
        _people.Add(userId);
    }

    void ApplyLabel(ListEvent happened, FieldStamp stamp)
    {
        switch (happened)
        {
            case LabelDefined defined when _labels.TryGetValue(defined.LabelId, out var label):
                var stamps = label.Stamps;
                if (defined.Name != label.Name) stamps = stamps.With(Fields.Name, stamp);
                if (defined.Color != label.Color) stamps = stamps.With(Fields.Color, stamp);
                Set(new Label(defined.LabelId, defined.Name, defined.Color) { Stamps = stamps });
                break;
            case LabelDefined defined:
                Set(new Label(defined.LabelId, defined.Name, defined.Color));
                break;
            case LabelDeleted deleted:
                foreach (var task in _tasks.Values)
                {
                    if (task.Content.Labels.Contains(deleted.LabelId))
                        Set(task, task.Content with { Labels = [.. task.Content.Labels.Where(id => id != deleted.LabelId)] });
                }

                RemoveLabel(deleted.LabelId);
                break;
            case LabelRestored restored:
                Set(new Label(restored.LabelId, restored.Name, restored.Color));
                foreach (var task in restored.TaskIds.Select(id => _tasks[id])) Set(task, task.Content with { Labels = [.. task.Content.Labels, restored.LabelId] });
                break;
        }
    }

    void ApplySection(ListEvent happened, FieldStamp stamp)
    {
        switch (happened)
        {
            case SectionAdded added:
                var section = new Section(added.SectionId, new SectionContent(added.Name));
                Add(section);
                Insert(section, added.AfterSectionId);
                SectionCount++;
                break;
            case SectionRenamed renamed:
                var named = _sections[renamed.SectionId];
                Set(named, named.Content with { Name = renamed.Name, Stamps = named.Content.Stamps.With(Fields.Name, stamp) });
                break;
            case SectionLimitSet set:
                var limited = _sections[set.SectionId];
                Set(limited, limited.Content with { Limit = set.Limit, Stamps = limited.Content.Stamps.With(Fields.Limit, stamp) });
                break;
            case SectionMoved moved:
                var mover = _sections[moved.SectionId];
                Set(mover, mover.Content with { Stamps = mover.Content.Stamps.With(Fields.Place, stamp) });
                Move(mover, moved.AfterSectionId);
                break;
            case SectionDeleted deleted:
                var gone = _sections[deleted.SectionId];
                Set(gone, gone.Content with { Deleted = true, Stamps = gone.Content.Stamps.With(Fields.Deleted, stamp) });
                SectionCount--;
                TaskCount -= gone.Count;
                break;
            case SectionRestored restored:
                var back = _sections[restored.SectionId];
                Set(back, new SectionContent(restored.Name, restored.Limit) { Stamps = back.Content.Stamps.With(Fields.Deleted, stamp).With(Fields.Place, stamp) });
                Move(back, restored.AfterSectionId);
                SectionCount++;
                TaskCount += back.Count;
                break;
        }
    }

    void Move(Section section, Guid? after)
    {
        _sectionOrder.TakeOut(_sectionOrder.Find(section)!, _journal);
        Insert(section, after);
    }

    void Insert(Section section, Guid? after) =>
        _sectionOrder.Put(section, after is { } id ? _sectionOrder.Find(_sections[id]) : null, _journal);
}
