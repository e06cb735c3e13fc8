namespace TaskList.Faults;

/// <summary>How long one client had nothing accepted.</summary>
/// <param name="Client">Who.</param>
/// <param name="Begin">When it began (UTC), for the logs of the processes.</param>
/// <param name="Seconds">Until its next accepted command.</param>
/// <param name="Story">What it did meanwhile, with seconds from the beginning: what it waited at is the line before the longest pause.</param>
public sealed record Wait(string Client, DateTime Begin, double Seconds, string Story);
