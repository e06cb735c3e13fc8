using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;
using TaskList.Contracts.Users;

namespace TaskList.Grains.Notifications;

/// <summary>
/// Wakes lists that have started a transfer, and does not go on before it has ended: a silo that dies strands nothing. The list itself does the work, as soon as it is in memory.
/// Whoever asked for a transfer that does not end is told so.
/// </summary>
sealed class TransfersConsumer(IGrainFactory grains, Func<UserEvent, Task> publish, TimeProvider clock) : IChangeConsumer
{
    public const string Name = "transfers";

    const int Looks = 20;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Longer than a silo's death or a failover takes: then something is wrong with the other list.</summary>
    static readonly TimeSpan TooLong = TimeSpan.FromSeconds(30);

    public FollowerReading Reading => FollowerReading.News;

    public async Task Consume(LoggedChange change, CancellationToken stop)
    {
        if (change.Utf8.Span.IndexOf("\"taskTransferStarted\""u8) < 0) return;
        var read = ListJson.ReadChange(change.Utf8.Span);
        foreach (var started in read.Events.OfType<TaskTransferStarted>())
        {
            var list = grains.GetGrain<IListGrain>(change.ListId);
            for (var look = 1; await list.IsInTransit(started.TaskId, started.TransferId); look++)
            {
                if (look == Looks)
                {
                    if (clock.GetUtcNow().UtcDateTime - change.At > TooLong) await Tell(list, change, read.ActorId, started.TaskId);

                    // Tried again, and parked if it takes minutes; the list itself goes on asking.
                    throw new TimeoutException("A transfer has not ended yet.");
                }

                await Task.Delay(Pause, clock, stop);
            }
        }
    }

    async Task Tell(IListGrain list, LoggedChange change, Guid? actorId, Guid taskId)
    {
        if (actorId is not { } userId || await list.Describe(taskId) is not { } card || !card.Members.Any(member => member.UserId == userId)) return;
        var id = NotificationIds.Derive(change.ListId, change.Version, userId, NotificationKind.TransferWaiting, taskId);
        var notification = new Notification(id, NotificationKind.TransferWaiting, change.ListId, card.Name, taskId, card.TaskTitle, null, null, change.At, Read: false);
        if (await grains.GetGrain<IUserGrain>(userId).Notify(notification)) await publish(new UserEvent(userId, notification));
    }
}
