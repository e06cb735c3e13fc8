using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>A gateway that shows a list which moves: between silos of this release and the next, so it is only ever appended to.</summary>
/// <param name="Sent">The last version that it was sent.</param>
[GenerateSerializer, Immutable, Alias("HandedGateway")]
sealed record HandedGateway(IGatewayObserver Gateway, long Sent);
