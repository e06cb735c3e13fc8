namespace TaskList.Grains.Lists;

/// <remarks>
/// A list that moves to another silo keeps its gateways: they need not notice. Its state is read from the log there, as after any activation, because only the log says what is committed.
/// Calls that wait go along; Orleans sees to that.
/// </remarks>
sealed partial class ListGrain : IGrainMigrationParticipant
{
    const string GatewaysKey = "gateways";

    HandedGateway[] _handedOver = [];

    public void OnDehydrate(IDehydrationContext dehydrationContext) => dehydrationContext.TryAddValue(GatewaysKey, _gateways.ToHandOver());

    public void OnRehydrate(IRehydrationContext rehydrationContext)
    {
        if (rehydrationContext.TryGetValue<HandedGateway[]>(GatewaysKey, out var gateways) && gateways is not null) _handedOver = gateways;
    }

    void TakeOver()
    {
        foreach (var handed in _handedOver) _gateways.Add(handed.Gateway, handed.Sent);
        _handedOver = [];
    }
}
