namespace TaskList.Contracts.Notifications;

/// <summary>Tells people what is due. One for all, key 0.</summary>
[Alias("IRemindersGrain")]
public interface IRemindersGrain : IGrainWithIntegerKey
{
    /// <summary>Keeps it at work; every silo calls it now and then.</summary>
    [Alias("Wake")]
    Task Wake();
}
