namespace TaskList.Contracts.Lists;

/// <summary>What gateways and presence grains must agree on. Together: whoever was on a gateway that died is gone within 15 s.</summary>
public static class PresenceTimes
{
    /// <summary>Between two reports of a gateway, and between two pictures sent to gateways.</summary>
    public static readonly TimeSpan Throttle = TimeSpan.FromMilliseconds(250);

    /// <summary>How often a gateway says again who is there, where others listen.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(4);

    /// <summary>The same where nobody else listens.</summary>
    public static readonly TimeSpan LonelyRenewal = TimeSpan.FromSeconds(30);

    /// <summary>How long a gateway's word counts, where others listen.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(12);
}
