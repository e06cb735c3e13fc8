namespace TaskList.Faults;

/// <summary>What <see cref="ScaleRun"/> does to a cluster while it counts.</summary>
/// <param name="Lists">Lists that are edited, each by one writer.</param>
/// <param name="Viewers">Viewers of each list; one is where the writer is, more are at all gateways by turns.</param>
/// <param name="Pace">Edits a second of each writer; null: the next one on the answer.</param>
sealed record ScaleShape(int Lists, int Viewers, double? Pace);
