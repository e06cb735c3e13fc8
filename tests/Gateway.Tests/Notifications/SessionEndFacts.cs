using Microsoft.Extensions.Logging.Abstractions;
using TaskList.Gateway.Notifications;
using Xunit;

namespace TaskList.Gateway.Tests.Notifications;

public sealed class SessionEndFacts : IDisposable
{
    readonly EndedSessions _ended = new(TimeProvider.System);
    readonly UserConnections _connections;
    readonly IClusterClient _client;
    readonly FakeCluster _cluster;
    readonly EndedSessionsWatch _watch;
    readonly Guid _user = Guid.NewGuid();
    readonly Guid _session = Guid.NewGuid();

    public SessionEndFacts()
    {
        (_client, _cluster) = FakeCluster.New();
        _connections = new UserConnections(_ended);
        _watch = new EndedSessionsWatch(_client, _ended, _connections, TimeProvider.System, NullLogger<EndedSessionsWatch>.Instance);
    }

    public void Dispose() => _watch.Dispose();

    [Fact]
    public async Task AnEndedSessionLosesItsConnectionsAndNoOther()
    {
        var (mine, elsewhere) = (new FakeConnection(), new FakeConnection());
        _connections.Add(mine, _user, _session);
        _connections.Add(elsewhere, _user, Guid.NewGuid());
        _cluster.EndedSessions = _ => Task.FromResult<Guid[]>([_session]);

        await _watch.StartAsync(CancellationToken.None);
        await mine.Cut();
        Assert.False(elsewhere.IsCut);
        await _watch.StopAsync(CancellationToken.None);
    }

    [Fact]
    public void AConnectionOfASessionThatHasEndedIsCutAtOnce()
    {
        _ended.Take([_session]);
        var late = new FakeConnection();
        _connections.Add(late, _user, _session);
        Assert.True(late.IsCut);
    }

    [Fact]
    public async Task AQuestionThatFailedIsAskedAgainFromWhereItWas()
    {
        var connection = new FakeConnection();
        _connections.Add(connection, _user, _session);
        List<DateTime> asked = [];
        _cluster.EndedSessions = since =>
        {
            asked.Add(since);
            return asked.Count == 1 ? throw new TimeoutException() : Task.FromResult<Guid[]>([_session]);
        };

        await _watch.StartAsync(CancellationToken.None);
        await connection.Cut();
        await _watch.StopAsync(CancellationToken.None);
        Assert.True(asked[1] - asked[0] < TimeSpan.FromSeconds(10), "the second question must reach back as far as the first");
    }

    /// <summary>A sign-out ends connections everywhere within 4 s: half of it until the next question, half for its answer.</summary>
    [Fact]
    public async Task EveryGatewayAsksEvery2Seconds()
    {
        var (time, asked) = (new NotedTime(), new TaskCompletionSource());
        _cluster.EndedSessions = _ =>
        {
            asked.TrySetResult();
            return Task.FromResult<Guid[]>([]);
        };
        using var watch = new EndedSessionsWatch(_client, _ended, _connections, time, NullLogger<EndedSessionsWatch>.Instance);
        await watch.StartAsync(CancellationToken.None);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await watch.StopAsync(CancellationToken.None);
        Assert.Equal([TimeSpan.FromSeconds(2)], time.Periods);
    }

    [Fact]
    public void AConnectionThatLeftIsForgotten()
    {
        var connection = new FakeConnection();
        _connections.Add(connection, _user, _session);
        Assert.Equal([connection.ConnectionId], _connections.OfUser(_user));

        _connections.Remove(connection.ConnectionId);
        _connections.Remove(connection.ConnectionId);
        Assert.Empty(_connections.OfUser(_user));
        Assert.Equal(0, _connections.AbortSession(_session));
        Assert.Equal(0, _connections.Count);
    }

    /// <summary>Notes how often somebody wants to be woken.</summary>
    sealed class NotedTime : TimeProvider
    {
        public List<TimeSpan> Periods { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Periods.Add(period);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
