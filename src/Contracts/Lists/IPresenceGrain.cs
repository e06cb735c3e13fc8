namespace TaskList.Contracts.Lists;

/// <summary>Who is at a list just now, keyed by the list's id. Nothing is stored: gateways say it again and again, and one that falls silent is forgotten.</summary>
[Alias("IPresenceGrain")]
public interface IPresenceGrain : IGrainWithGuidKey
{
    /// <summary>Everybody whom this gateway knows of, in place of what it said before; an empty set ends its part. The answer comes as a picture to every gateway.</summary>
    [Alias("Report"), ResponseTimeout("00:00:05")]
    Task Report(IGatewayObserver gateway, Viewer[] viewers);
}
