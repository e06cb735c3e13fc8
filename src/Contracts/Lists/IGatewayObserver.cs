using Orleans.Concurrency;

namespace TaskList.Contracts.Lists;

/// <summary>
/// One per gateway process. A list has at most one push in flight to each gateway, so its calls arrive in order; they interleave with those of
/// other lists, because one that must wait (for a gap to be filled) may not hold up the rest.
/// </summary>
[Alias("IGatewayObserver")]
public interface IGatewayObserver : IGrainObserver
{
    [Alias("Push"), AlwaysInterleave, ResponseTimeout("00:00:05")]
    Task Push(Guid listId, PushedChanges changes);

    /// <summary>Who is at a list. May get lost or overtaken: the latest picture counts, and it is sent again from time to time.</summary>
    [Alias("ShowPresence"), AlwaysInterleave, OneWay]
    Task ShowPresence(Guid listId, PresencePicture picture);
}
