namespace TaskList.Contracts.Lists;

/// <summary>Who is at a list, as all its gateways together see it.</summary>
/// <param name="Stamp">Grows with time: of two pictures the later one counts.</param>
/// <param name="Shared">Other gateways show the list, too: a gateway's word must be renewed within <see cref="PresenceTimes.Lease"/>.</param>
[GenerateSerializer, Immutable, Alias("PresencePicture")]
public sealed record PresencePicture(long Stamp, Viewer[] Viewers, bool Shared);
