namespace TaskList.Faults;

/// <summary>Something that is done to a cluster, and undone.</summary>
/// <param name="Name">For the command line and the table.</param>
/// <param name="Kills">How many processes die by SIGKILL.</param>
/// <param name="Inject">Returns when everything runs again. It says when it strikes.</param>
public sealed record Fault(string Name, int Kills, Func<FaultStage, Random, Action, Task> Inject);
