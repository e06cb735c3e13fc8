namespace TaskList.Faults;

/// <summary>Something that is done to a cluster, and undone.</summary>
/// <param name="Name">For the command line and the table.</param>
/// <param name="Inject">Returns when everything runs again, but for what ended itself. It says when it strikes.</param>
/// <param name="MayGiveUp">It leaves a process too little to live on, so that something in it may throw; from nothing else may a process end.</param>
public sealed record Fault(string Name, Func<FaultScene, Task> Inject, bool MayGiveUp = false);
