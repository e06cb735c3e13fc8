namespace TaskList.Grains.Auth;

enum RefreshVerdict
{
    /// <summary>Ended or expired: refused.</summary>
    Over,

    /// <summary>The newest token: a new one is made.</summary>
    Rotate,

    /// <summary>A token whose successor may be lost: the newest is given again.</summary>
    Repeat,

    /// <summary>A spent token: it was copied, so the session ends for everybody who holds one.</summary>
    Reused,
}
