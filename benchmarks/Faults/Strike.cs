namespace TaskList.Faults;

/// <summary>One fault, as the clients lived through it.</summary>
/// <param name="Name">Which fault.</param>
/// <param name="Waits">Times without an accepted command, of each client that had to wait for longer than half a second.</param>
/// <param name="Reconnects">Seconds from the end of a connection to its next open list or accepted command.</param>
/// <param name="Settled">Seconds from the end of the cause, where we ended it, until the last client had something accepted.</param>
/// <param name="Clients">All clients that worked.</param>
/// <param name="Undecided">Answers that said "ask again", and calls without an answer.</param>
public sealed record Strike(string Name, Wait[] Waits, double[] Reconnects, double? Settled, int Clients, int Undecided);
