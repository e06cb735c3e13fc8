using Microsoft.Extensions.Logging;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;
using TaskList.Contracts.Users;

namespace TaskList.Grains.Notifications;

/// <summary>
/// Tells people what is due. The list itself has the last word on whether it still is; the notification's id follows from task, person and due time, so a round that
/// broke off, or two at once, tell nobody twice.
/// </summary>
sealed partial class Reminders(IGrainFactory grains, ReminderTable table, Func<UserEvent, Task> publish, TimeProvider time, ILogger<Reminders> logger)
{
    const int TasksARound = 200;
    const int CallsAtOnce = 8;

    static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    long _sweptAt;

    /// <returns>True when there may be more at once.</returns>
    public async Task<bool> Round(CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = await table.Due(now, TasksARound, stop);
        var failed = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = stop, TaskScheduler = TaskScheduler.Current };
        await Parallel.ForEachAsync(due, options, async (task, _) =>
        {
            try
            {
                await Tell(task, now);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                // One list that cannot be asked must not keep the others' reminders; its own stay for the next round.
                Interlocked.Increment(ref failed);
                LogFailed(task.ListId, task.TaskId, e.GetType().Name);
            }
        });

        await Sweep(now);
        return due.Count == TasksARound && failed == 0;
    }

    async Task Tell(DueTask task, DateTime now)
    {
        var card = await grains.GetGrain<IListGrain>(task.ListId).Describe(task.TaskId);
        var wanted = card is { ArchivedAt: null, Deleted: false } && Same(card.TaskDueAt, task.DueAt)
            ? card.Members.Select(member => member.UserId).Intersect(card.TaskFollowers ?? []).ToHashSet()
            : [];
        foreach (var userId in task.UserIds)
        {
            if (!wanted.Contains(userId))
            {
                await table.Drop(task, userId);
                continue;
            }

            var id = NotificationIds.Derive(task.ListId, task.DueAt.Ticks, userId, NotificationKind.Due, task.TaskId);
            var notification = new Notification(
                id, NotificationKind.Due, task.ListId, card!.Name, task.TaskId, card.TaskTitle, Role: null, ActorId: null, now, Read: false, task.DueAt);
            if (await grains.GetGrain<IUserGrain>(userId).Notify(notification)) await publish(new UserEvent(userId, notification));
            await table.Told(task, userId, now);
        }
    }

    /// <summary>Postgres keeps microseconds.</summary>
    static bool Same(DateTime? a, DateTime b) => a is { } at && (at - b).Duration() <= TimeSpan.FromMicroseconds(1);

    async Task Sweep(DateTime now)
    {
        if (_sweptAt != 0 && time.GetElapsedTime(_sweptAt) < SweepEvery) return;
        _sweptAt = time.GetTimestamp();
        await table.Sweep(now);
    }

    [LoggerMessage(LogLevel.Warning, "Nobody could be reminded of task {TaskId} of list {ListId} ({Error}); trying again")]
    partial void LogFailed(Guid listId, Guid taskId, string error);
}
