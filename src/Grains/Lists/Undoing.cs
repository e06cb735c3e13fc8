using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>
/// One undo at work: a three-way merge of what the change found, what it left, and what is there now. A value that is still as the change left it goes back; one that is as it was
/// found already is left alone; anything else was written later, stays, and is a conflict.
/// Things come back before what stands in them, and go after what stood in them.
/// </summary>
sealed partial class Undoing(ListState now, Guid actorId, Role actorRole, UndoFacts facts, ListState.Trial trial)
{
    readonly PastPicture _before = facts.Before;
    readonly PastPicture _after = facts.After;
    readonly List<FieldConflict> _conflicts = [];
    Refusal? _refusal;

    public Decision Run()
    {
        trial.Do(new Undone(facts.Change.Version));
        UndoList();
        var labels = Touched(LabelIdOf);
        var sections = Touched(SectionIdOf);
        var tasks = Touched(happened => happened.FindTaskId());

        foreach (var id in _before.SectionOrder.Where(sections.Contains)) BringBackSection(id);
        foreach (var id in tasks) BringBackTask(id);
        foreach (var id in labels.Where(_before.Labels.ContainsKey)) UndoLabel(id, _before.Labels[id]);
        foreach (var id in tasks) UndoContent(id);
        UndoMoves(tasks);
        foreach (var id in tasks.Reverse()) TakeAwayTask(id);
        foreach (var id in _before.SectionOrder.Where(sections.Contains)) UndoSection(id);
        foreach (var id in sections.Reverse()) TakeAwaySection(id);
        foreach (var id in labels.Where(id => !_before.Labels.ContainsKey(id))) TakeAwayLabel(id);

        if (_refusal is not null) return _refusal;
        return trial.Events.Count == 1 ? new Refusal(Codes.NothingToUndo) : new Decision(null, trial.Events, _conflicts.Count > 0 ? _conflicts : null);
    }

    /// <summary>What the change is about, each once, in its order.</summary>
    Guid[] Touched(Func<ListEvent, Guid?> idOf) => [.. facts.Change.Events.Select(idOf).OfType<Guid>().Distinct()];

    static Guid? LabelIdOf(ListEvent happened) => happened switch
    {
        LabelDefined e => e.LabelId,
        LabelDeleted e => e.LabelId,
        LabelRestored e => e.LabelId,
        _ => null,
    };

    static Guid? SectionIdOf(ListEvent happened) => happened switch
    {
        SectionAdded e => e.SectionId,
        SectionRenamed e => e.SectionId,
        SectionLimitSet e => e.SectionId,
        SectionMoved e => e.SectionId,
        SectionDeleted e => e.SectionId,
        SectionRestored e => e.SectionId,
        _ => null,
    };

    /// <summary>True when the value is to be written back.</summary>
    bool GoesBack<T>(T before, T after, T present, string field, FieldStamps stamps, FieldConflict about)
    {
        var same = EqualityComparer<T>.Default;
        if (same.Equals(before, after) || same.Equals(present, before)) return false;
        if (same.Equals(present, after)) return true;
        Stays(field, present, stamps, about);
        return false;
    }

    void Stays(string field, object? present, FieldStamps stamps, FieldConflict about)
    {
        var stamp = stamps.Of(field);
        _conflicts.Add(about with { Field = field, Theirs = present, ByActorId = stamp?.ActorId, AtVersion = stamp?.Version ?? now.Version });
    }

    /// <summary>True when nobody but the change, or this undo itself, has written the field last.</summary>
    bool IsUnwritten(FieldStamps stamps, string field) => stamps.Of(field) is not { } stamp || stamp.Version <= facts.Change.Version || stamp.Version > now.Version;

    /// <summary>Which thing a conflict is about; the rest is filled in where it is found.</summary>
    static FieldConflict About(Guid? taskId = null, Guid? sectionId = null, Guid? labelId = null) =>
        new("", null, null, 0) { TaskId = taskId, SectionId = sectionId, LabelId = labelId };

    bool Requires(Role least)
    {
        if (actorRole >= least) return true;
        _refusal ??= Refusal.With(Codes.NotAllowed, "role", least.ToString().ToLowerInvariant());
        return false;
    }

    void UndoList()
    {
        var (b, a, n) = (_before.List, _after.List, now.Content);
        if (GoesBack(b.Name, a.Name, n.Name, Fields.Name, n.Stamps, About()) && Requires(Role.Owner)) trial.Do(new ListRenamed(b.Name));
        if (GoesBack(b.Key, a.Key, n.Key, Fields.Key, n.Stamps, About()) && b.Key is not null && Requires(Role.Owner)) trial.Do(new ListKeySet(b.Key));
        if (b.ArchivedAt is not null && a.ArchivedAt is null && n.ArchivedAt is null && Requires(Role.Owner)) trial.Do(new ListArchived());
    }

    void UndoLabel(Guid id, Label before)
    {
        if (!now.Labels.TryGetValue(id, out var present))
        {
            // Somebody may have deleted what the change only renamed: then it stays away.
            if (_after.Labels.ContainsKey(id)) Stays(Fields.Deleted, true, FieldStamps.None, About(labelId: id));
            else if (now.Labels.Count >= ListLimits.Labels) _refusal ??= Refusal.TooMany("labels", ListLimits.Labels);
            else trial.Do(new LabelRestored(id, before.Name, before.Color, [.. _before.Labelled.GetValueOrDefault(id, []).Where(t => now.Task(t) is not null)]));
            return;
        }

        if (!_after.Labels.TryGetValue(id, out var after)) return;
        var name = GoesBack(before.Name, after.Name, present.Name, Fields.Name, present.Stamps, About(labelId: id));
        var color = GoesBack(before.Color, after.Color, present.Color, Fields.Color, present.Stamps, About(labelId: id));
        if (name || color) trial.Do(new LabelDefined(id, name ? before.Name : present.Name, color ? before.Color : present.Color));
    }

    /// <summary>Not while tasks that the change knew nothing of wear it.</summary>
    void TakeAwayLabel(Guid id)
    {
        if (!now.Labels.TryGetValue(id, out var present) || !_after.Labels.TryGetValue(id, out var after)) return;
        if (present.Name != after.Name) Stays(Fields.Name, present.Name, present.Stamps, About(labelId: id));
        else if (present.Color != after.Color) Stays(Fields.Color, present.Color, present.Stamps, About(labelId: id));
        else if (now.AllTasks.Any(task => task.IsLive && task.Content.Labels.Contains(id) && !_after.Labelled.GetValueOrDefault(id, []).Contains(task.TaskId)))
            Stays(Fields.Labels, null, FieldStamps.None, About(labelId: id));
        else trial.Do(new LabelDeleted(id));
    }
}
