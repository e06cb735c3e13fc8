using TaskList.Contracts.Lists;

namespace TaskList.Grains.Notifications;

/// <summary>
/// Wakes lists that have started a transfer, and does not go on before it has ended: a silo that dies strands nothing. The list itself does the work, as soon as it is in memory.
/// </summary>
sealed class TransfersConsumer(IGrainFactory grains, TimeProvider clock) : IChangeConsumer
{
    public const string Name = "transfers";

    const int Looks = 20;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public FollowerReading Reading => FollowerReading.News;

    public async Task Consume(LoggedChange change, CancellationToken stop)
    {
        if (change.Utf8.Span.IndexOf("\"taskTransferStarted\""u8) < 0) return;
        foreach (var started in ListJson.ReadChange(change.Utf8.Span).Events.OfType<TaskTransferStarted>())
        {
            var list = grains.GetGrain<IListGrain>(change.ListId);
            for (var look = 1; await list.IsInTransit(started.TaskId, started.TransferId); look++)
            {
                // Tried again, and parked if it takes minutes; the list's next activation goes on then.
                if (look == Looks) throw new TimeoutException("A transfer has not ended yet.");
                await Task.Delay(Pause, clock, stop);
            }
        }
    }
}
