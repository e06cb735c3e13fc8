namespace TaskList.Launcher;

/// <summary>What ./run ends with.</summary>
static class ExitCodes
{
    /// <summary>Stopped in order.</summary>
    public const int Stopped = 0;

    /// <summary>The product ended by itself.</summary>
    public const int Died = 1;

    /// <summary>It could not start; one line says why.</summary>
    public const int Refused = 2;
}
