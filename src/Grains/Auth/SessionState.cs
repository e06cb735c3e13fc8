namespace TaskList.Grains.Auth;

/// <summary>One family of refresh tokens. No token is stored, nor a hash of one: each can be made again from this and the session key, which is not in the database.</summary>
public sealed class SessionState
{
    public Guid UserId { get; set; }

    public byte[] Salt { get; set; } = [];

    /// <summary>The number of the newest token; 0 before the first.</summary>
    public int Generation { get; set; }

    public DateTime StartedAt { get; set; }

    /// <summary>When the newest token was made, which is when its predecessor was first used.</summary>
    public DateTime RenewedAt { get; set; }

    public bool Ended { get; set; }
}
