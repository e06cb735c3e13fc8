namespace TaskList.Contracts.Notifications;

/// <summary>Reads one partition of the log for one consumer, after a stored cursor. Key: consumer name, a slash, the partition number.</summary>
[Alias("IFollowerGrain")]
public interface IFollowerGrain : IGrainWithStringKey
{
    /// <summary>Keeps the follower awake; every silo calls it now and then.</summary>
    [Alias("Wake")]
    Task Wake();
}
