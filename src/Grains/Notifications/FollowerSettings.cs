namespace TaskList.Grains.Notifications;

/// <summary>Section <c>Followers</c>: the pace of the readers of the log.</summary>
public sealed class FollowerSettings
{
    public const string Section = "Followers";

    /// <summary>Pause after a read that found something, and the shortest gap between two reads. Default 100 ms.</summary>
    public TimeSpan ShortPause { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Pauses double up to this while nothing comes. Default 1 s.</summary>
    public TimeSpan LongPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Rows of one read. Default 500.</summary>
    public int ReadRows { get; set; } = 500;

    /// <summary>Bytes of one read; a larger change comes alone. Default 4 MiB.</summary>
    public int ReadBytes { get; set; } = 4 << 20;

    /// <summary>How long one change may take to hand over. Default 30 s.</summary>
    public TimeSpan HandOverLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause after a failure; doubles up to <see cref="LongestRetryPause"/>. Default 200 ms.</summary>
    public TimeSpan FirstRetryPause { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Default 10 s.</summary>
    public TimeSpan LongestRetryPause { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After so many failures on one change it is parked. With the pauses above the default of 12 gives about a minute, more than a failover takes.</summary>
    public int Tries { get; set; } = 12;

    internal bool AreSane =>
        ShortPause > TimeSpan.Zero && LongPause >= ShortPause
        && FirstRetryPause > TimeSpan.Zero && LongestRetryPause >= FirstRetryPause
        && HandOverLimit > TimeSpan.Zero && ReadRows > 0 && ReadBytes > 0 && Tries > 0;
}
