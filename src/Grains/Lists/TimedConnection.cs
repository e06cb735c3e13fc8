using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Npgsql;
using Npgsql.Internal;

namespace TaskList.Grains.Lists;

/// <summary>
/// A rented connection that is cut when its time is up, wherever its statement stands. The driver's own time-outs send a cancel request first, and wait for
/// a server that may not answer that either; worse, a cancelled wait for a synchronous standby reports success.
/// </summary>
sealed class TimedConnection : IAsyncDisposable
{
    readonly CancellationTokenSource _time;
    readonly CancellationTokenRegistration _cut;

    TimedConnection(NpgsqlConnection connection, CancellationTokenSource time)
    {
        (Connection, _time) = (connection, time);
        _cut = time.Token.UnsafeRegister(static it => Cut(((TimedConnection)it!).Connection), this);
    }

    public NpgsqlConnection Connection { get; }

    /// <summary>True when it was cut; what its statement did is unknown.</summary>
    public bool WasCut => _time.IsCancellationRequested;

    /// <exception cref="NpgsqlException">Postgres cannot be reached.</exception>
    /// <exception cref="TimeoutException">It did not let us in within the limit.</exception>
    public static async Task<TimedConnection> Open(NpgsqlDataSource source, TimeSpan limit)
    {
        var time = new CancellationTokenSource(limit);
        try
        {
            return new TimedConnection(await source.OpenConnectionAsync(time.Token).ConfigureAwait(false), time);
        }
        catch (OperationCanceledException fault)
        {
            time.Dispose();
            throw new TimeoutException("Postgres did not let us in.", fault);
        }
        catch
        {
            time.Dispose();
            throw;
        }
    }

    public NpgsqlCommand Command(string sql) => new(sql, Connection) { CommandTimeout = 0 };

    public async ValueTask DisposeAsync()
    {
        await _cut.DisposeAsync().ConfigureAwait(false);

        // Cut in the moment between its last answer and here, or where the driver has not seen it: it would go back to the pool as a good one, or refuse to go for a running statement.
        if (WasCut && ConnectorOf(Connection) is { } unaware) Break(unaware, new NpgsqlException("The connection was cut."), false);
        _time.Dispose();
        await Connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>As if the cable had been cut: the driver's pending read or write fails, and it gives the connection up by itself.</summary>
    static void Cut(NpgsqlConnection connection)
    {
        if (ConnectorOf(connection) is { } connector) SocketOf(connector)?.Dispose();
    }

#pragma warning disable NPG9001 // No public way leads to the socket, or to giving a connection up. A changed name fails the tests of this class at the first cut.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Connector")]
    static extern NpgsqlConnector? ConnectorOf(NpgsqlConnection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_socket")]
    static extern ref Socket? SocketOf(NpgsqlConnector connector);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Break")]
    static extern Exception Break(NpgsqlConnector connector, Exception reason, bool markHostAsOffline);
#pragma warning restore NPG9001
}
