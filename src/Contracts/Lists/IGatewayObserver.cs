namespace TaskList.Contracts.Lists;

/// <summary>One per gateway process. A list has at most one push in flight to each gateway, so calls arrive in order.</summary>
[Alias("IGatewayObserver")]
public interface IGatewayObserver : IGrainObserver
{
    [Alias("Push"), ResponseTimeout("00:00:05")]
    Task Push(Guid listId, PushedChanges changes);
}
