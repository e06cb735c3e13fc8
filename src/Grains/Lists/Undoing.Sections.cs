using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class Undoing
{
    void BringBackSection(Guid id)
    {
        if (_before.Sections[id].Deleted || !_after.Sections[id].Deleted || now.AnySection(id) is not { Deleted: true } gone) return;
        if (now.SectionCount >= ListLimits.Sections)
        {
            _refusal ??= Refusal.TooMany("sections", ListLimits.Sections);
            return;
        }

        if (now.TaskCount + gone.Count > ListLimits.Tasks)
        {
            _refusal ??= Refusal.TooMany("tasks", ListLimits.Tasks);
            return;
        }

        // Not where the unseen one stands now: what was added last since then stands before it.
        var after = Nearest(_before.SectionOrder, id, other => now.Section(other) is not null);
        trial.Do(new SectionRestored(id, after, gone.Name, gone.Content.Limit, [.. gone.Tasks.Select(task => task.ToPicture())]));
    }

    /// <summary>Name, limit and place of one that was there before.</summary>
    void UndoSection(Guid id)
    {
        var (before, after) = (_before.Sections[id], _after.Sections[id]);
        if (before.Deleted) return;
        if (now.Section(id) is not { } section)
        {
            if (!after.Deleted) Stays(Fields.Deleted, true, now.AnySection(id)!.Content.Stamps, About(sectionId: id));
            return;
        }

        var present = section.Content;
        if (GoesBack(before.Name, after.Name, present.Name, Fields.Name, present.Stamps, About(sectionId: id))) trial.Do(new SectionRenamed(id, before.Name));
        if (GoesBack(before.Limit, after.Limit, present.Limit, Fields.Limit, present.Stamps, About(sectionId: id)))
            trial.Do(new SectionLimitSet(id, before.Limit));
        if (facts.Change.Events.OfType<SectionMoved>().LastOrDefault(moved => moved.SectionId == id) is { } move) UndoMove(section, move);
    }

    void UndoMove(Section section, SectionMoved move)
    {
        var present = now.SectionBefore(section);
        if (present?.SectionId != move.AfterSectionId && !IsUnwritten(section.Content.Stamps, Fields.Place))
        {
            Stays(Fields.Place, new { afterSectionId = present?.SectionId }, section.Content.Stamps, About(sectionId: section.SectionId));
            return;
        }

        var after = Nearest(_before.SectionOrder, section.SectionId, id => now.Section(id) is not null);
        if (after != present?.SectionId) trial.Do(new SectionMoved(section.SectionId, after));
    }

    /// <summary>One that the change brought goes, unless something has come into it or upon it.</summary>
    void TakeAwaySection(Guid id)
    {
        var isNew = !_before.Sections.TryGetValue(id, out var before);
        if (!(isNew || before!.Deleted) || now.Section(id) is not { } section || _after.Sections[id] is not { Deleted: false } after) return;

        var present = section.Content;
        if (present.Name != after.Name) Stays(Fields.Name, present.Name, present.Stamps, About(sectionId: id));
        else if (present.Limit != after.Limit) Stays(Fields.Limit, present.Limit, present.Stamps, About(sectionId: id));
        else if (section.Tasks.FirstOrDefault(task => IsNews(task, id)) is { } news) Stays(Fields.Place, new { sectionId = id }, news.Content.Stamps, About(news.TaskId, id));
        else trial.Do(new SectionDeleted(id));
    }

    /// <summary>True for a task that has come into the section since the change, or says something else since.</summary>
    bool IsNews(TaskItem task, Guid sectionId)
    {
        return !IsAsIn(_after) && !IsAsIn(_before);

        bool IsAsIn(PastPicture picture) =>
            picture.Tasks.TryGetValue(task.TaskId, out var then) && then.SectionId == sectionId && SameContent.Are(then.Content, task.Content);
    }

    /// <summary>The nearest one before something in an old order that still counts; null for the first place.</summary>
    static Guid? Nearest(Guid[] order, Guid id, Func<Guid, bool> counts)
    {
        for (var at = Array.IndexOf(order, id) - 1; at >= 0; at--)
        {
            if (counts(order[at])) return order[at];
        }

        return null;
    }
}
