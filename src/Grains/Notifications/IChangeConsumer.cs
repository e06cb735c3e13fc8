namespace TaskList.Grains.Notifications;

/// <summary>Takes each change of a partition, in order per list and at least once: doing it twice must do no harm. One instance per follower.</summary>
interface IChangeConsumer
{
    /// <summary>The shortest gap between two reads, where it is longer than the follower's own: a consumer for whom many changes of a list are one piece of work waits for them.</summary>
    TimeSpan Gap => TimeSpan.Zero;

    FollowerReading Reading => FollowerReading.Changes;

    /// <summary>How much longer than a round's work the pause after it is at least: a consumer whose work is never urgent leaves the processors to those who wait for an answer.</summary>
    double Rest => 0;

    /// <exception cref="ConsumerUnavailableException">It can take nothing at present; the follower waits and tries again.</exception>
    Task Consume(LoggedChange change, CancellationToken stop);
}
