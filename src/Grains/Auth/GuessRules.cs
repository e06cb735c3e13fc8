namespace TaskList.Grains.Auth;

/// <summary>Makes guessing slow without letting a stranger lock the owner out: waits grow per source, and a source that has signed in before is never slowed by others.</summary>
static class GuessRules
{
    public const int FreePerSource = 5;
    public const int FreeInAll = 50;

    const int SourcesKept = 16;
    const int KnownKept = 8;

    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    static readonly TimeSpan LongestWaitForStrangers = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    /// <summary>How long this source has to wait before its next guess counts; zero for not at all.</summary>
    public static TimeSpan Wait(LoginState state, Guid source, DateTime now)
    {
        var own = state.WrongBySource.Find(guesses => guesses.Source == source);
        var wait = own is null ? TimeSpan.Zero : Left(own.At, Delay(own.Count - FreePerSource, LongestWait), now);
        if (state.KnownSources.Contains(source) || now - state.WrongAt > Quiet) return wait;

        var stranger = Left(state.WrongAt, Delay((state.Wrong - FreeInAll) / 10, LongestWaitForStrangers), now);
        return stranger > wait ? stranger : wait;
    }

    public static void Missed(LoginState state, Guid source, DateTime now)
    {
        var before = state.WrongBySource.Find(guesses => guesses.Source == source);
        var count = before is null || now - before.At > Quiet ? 1 : before.Count + 1;
        state.WrongBySource.RemoveAll(guesses => guesses.Source == source);
        state.WrongBySource.Add(new WrongGuesses(source, count, now));
        if (state.WrongBySource.Count > SourcesKept) state.WrongBySource.RemoveAt(0);

        state.Wrong = now - state.WrongAt > Quiet ? 1 : state.Wrong + 1;
        state.WrongAt = now;
    }

    /// <summary>True when there is something to store.</summary>
    public static bool Hit(LoginState state, Guid source)
    {
        var forgiven = state.WrongBySource.RemoveAll(guesses => guesses.Source == source) > 0;
        if (state.KnownSources.Contains(source)) return forgiven;

        state.KnownSources.Add(source);
        if (state.KnownSources.Count > KnownKept) state.KnownSources.RemoveAt(0);
        return true;
    }

    static TimeSpan Delay(int beyond, TimeSpan longest) =>
        beyond < 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, beyond), longest.TotalSeconds));

    static TimeSpan Left(DateTime since, TimeSpan delay, DateTime now) => since + delay > now ? since + delay - now : TimeSpan.Zero;
}
