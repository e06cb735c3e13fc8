namespace TaskList.Grains.Notifications;

/// <summary>Takes each change of a partition, in order per list and at least once: doing it twice must do no harm. One instance per follower.</summary>
interface IChangeConsumer
{
    /// <exception cref="ConsumerUnavailableException">It can take nothing at present; the follower waits and tries again.</exception>
    Task Consume(LoggedChange change, CancellationToken stop);
}
