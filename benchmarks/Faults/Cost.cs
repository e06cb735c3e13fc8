namespace TaskList.Faults;

/// <summary>What one fault did to the processes.</summary>
/// <param name="Kills">Processes that died by SIGKILL.</param>
/// <param name="DeclaredDead">Silos that ended themselves because the others had declared them dead.</param>
/// <param name="Conflicts">Batches of changes that the log refused because another activation had written before: a zombie's.</param>
/// <param name="GivenUp">Processes that ended because something in them threw.</param>
public sealed record Cost(int Kills, int DeclaredDead, int Conflicts, int GivenUp)
{
    public static Cost operator -(Cost now, Cost before) =>
        new(now.Kills - before.Kills, now.DeclaredDead - before.DeclaredDead, now.Conflicts - before.Conflicts, now.GivenUp - before.GivenUp);
}
