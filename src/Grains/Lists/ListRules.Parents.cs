using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

static partial class ListRules
{
    /// <summary>Why a task may not stand below another, or null. Deleted tasks count as links: they may be restored.</summary>
    /// <param name="task">Null for one that is about to be added.</param>
    static Refusal? CheckParent(ListState state, TaskItem? task, Guid parentId) =>
        state.Task(parentId) is null ? Refusal.With(Codes.TaskNotFound, "field", Fields.Parent) : CheckLevels(state, task, parentId);

    /// <summary>The same for a parent that may be gone: an undo names again whom the task named before.</summary>
    public static Refusal? CheckLevels(ListState state, TaskItem? task, Guid parentId)
    {
        var above = 0;
        for (var up = state.AnyTask(parentId); up is not null && above <= ListLimits.Levels; up = ParentOf(state, up))
        {
            if (up == task) return new Refusal(Codes.ParentCycle);
            above++;
        }

        var own = task is null ? 1 : Height(state, task);
        return above + own > ListLimits.Levels ? Refusal.With(Codes.TooDeep, "max", $"{ListLimits.Levels}") : null;
    }

    static TaskItem? ParentOf(ListState state, TaskItem task) => task.Content.ParentTaskId is { } id ? state.AnyTask(id) : null;

    /// <summary>Levels from a task down, itself counted. Looks at every task that has a parent; no chain is longer than the bound.</summary>
    static int Height(ListState state, TaskItem top)
    {
        var height = 1;
        foreach (var task in state.AllTasks)
        {
            var levels = 1;
            for (var up = task; up != top && up is not null && levels <= ListLimits.Levels; up = ParentOf(state, up)) levels++;
            if (levels > height && IsBelow(state, task, top)) height = levels;
        }

        return height;
    }

    static bool IsBelow(ListState state, TaskItem task, TaskItem top)
    {
        var up = ParentOf(state, task);
        for (var level = 0; up is not null && up != top && level < ListLimits.Levels; level++) up = ParentOf(state, up);
        return up == top;
    }
}
