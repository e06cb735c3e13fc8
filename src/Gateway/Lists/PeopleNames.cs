using System.Collections.Concurrent;
using TaskList.Contracts.Users;

namespace TaskList.Gateway.Lists;

/// <summary>Display names by user id, remembered for a minute: a board asks for the same few again and again.</summary>
sealed class PeopleNames(IGrainFactory grains, TimeProvider clock)
{
    static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    const int MaxRemembered = 20_000;

    readonly ConcurrentDictionary<Guid, (string? Name, DateTimeOffset Until)> _names = new();

    public async Task<Person[]> Of(Guid[] userIds) => await Task.WhenAll(userIds.Select(Of));

    async Task<Person> Of(Guid userId)
    {
        var now = clock.GetUtcNow();
        if (_names.TryGetValue(userId, out var known) && known.Until > now) return new Person(userId, known.Name);

        var profile = await ClusterCalls.Retry(() => grains.GetGrain<IUserGrain>(userId).Profile());
        if (_names.Count >= MaxRemembered) _names.Clear();
        _names[userId] = (profile?.DisplayName, now + Memory);
        return new Person(userId, profile?.DisplayName);
    }
}
