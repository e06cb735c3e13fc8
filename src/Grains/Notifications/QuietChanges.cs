using TaskList.Contracts.Lists;

namespace TaskList.Grains.Notifications;

/// <summary>Changes in which no follower that looks for news can find any. What is not named here is news: a follower reads in vain then, but misses nothing.</summary>
static class QuietChanges
{
    public static bool IsQuiet(IReadOnlyList<ListEvent> events)
    {
        foreach (var happened in events)
        {
            if (!IsQuiet(happened)) return false;
        }

        return true;
    }

    static bool IsQuiet(ListEvent happened) => happened switch
    {
        TaskAdded added => added.AssigneeIds is not { Count: > 0 },
        TaskEdited or TaskMoved or TaskCompleted or TaskReopened or TaskDeleted => true,
        ChecklistItemAdded or ChecklistItemEdited or ChecklistItemChecked or ChecklistItemMoved or ChecklistItemDeleted => true,
        LabelAdded or LabelRemoved or SectionAdded or SectionRenamed or SectionMoved => true,
        _ => false,
    };
}
