namespace TaskList.Grains.Webhooks;

/// <summary>Section <c>Webhooks</c>: how changes are sent out.</summary>
public sealed class WebhookSettings
{
    public const string Section = "Webhooks";

    /// <summary>Lets webhooks reach addresses of this machine and of private networks, and plain http. Default no: whoever owns a list could ask around in the network of the silos.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>For one delivery, from looking up the name to the status line. Default 10 s.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause after a failure; doubles up to <see cref="LongestRetryPause"/>. Default 5 s.</summary>
    public TimeSpan FirstRetryPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Default 1 h.</summary>
    public TimeSpan LongestRetryPause { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After so many failures in a row the webhook is paused. With the pauses above the default of 16 gives about six hours.</summary>
    public int Tries { get; set; } = 16;

    /// <summary>Webhooks of one partition that are served at once. Default 8.</summary>
    public int AtOnce { get; set; } = 8;

    /// <summary>Between two looks for what is to be sent. Default 1 s.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);

    internal bool AreSane =>
        TimeLimit > TimeSpan.Zero && FirstRetryPause > TimeSpan.Zero && LongestRetryPause >= FirstRetryPause && Tries > 0 && AtOnce > 0 && Pause > TimeSpan.Zero;
}
