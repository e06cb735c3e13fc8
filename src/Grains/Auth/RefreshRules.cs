namespace TaskList.Grains.Auth;

/// <summary>What a presented refresh token means for its family.</summary>
static class RefreshRules
{
    /// <summary>Unused for so long, a session ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    /// <summary>However much it is used, a session ends.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>For an answer that got lost and for two tabs that refresh at once.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public static RefreshVerdict Decide(SessionState state, int presented, DateTime now)
    {
        if (state.Ended || state.Generation == 0 || now >= ExpiresAt(state)) return RefreshVerdict.Over;

        return (state.Generation - presented) switch
        {
            // Made after what is stored here: the database was set back. Nobody is to blame.
            < 0 => RefreshVerdict.Over,
            0 => RefreshVerdict.Rotate,
            // Nobody has used the newest one yet, so perhaps nobody got it.
            1 => RefreshVerdict.Repeat,
            2 when now - state.RenewedAt <= Grace => RefreshVerdict.Repeat,
            _ => RefreshVerdict.Reused,
        };
    }

    public static DateTime ExpiresAt(SessionState state)
    {
        var (idle, longest) = (state.RenewedAt + Idle, state.StartedAt + Longest);
        return idle < longest ? idle : longest;
    }
}
