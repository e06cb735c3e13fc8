namespace TaskList.Grains.Notifications;

/// <summary>What of its partition a follower reads.</summary>
enum FollowerReading
{
    /// <summary>Every change.</summary>
    Changes,

    /// <summary>Every change but those of <see cref="QuietChanges"/>.</summary>
    News,

    /// <summary>How far each list has come, without the bytes: of a list's changes in one read only the last.</summary>
    Heads,
}
