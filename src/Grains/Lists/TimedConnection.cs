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
    readonly NpgsqlDataSource _source;
    readonly CancellationTokenSource _time;
    readonly CancellationTokenRegistration _cut;

    TimedConnection(NpgsqlDataSource source, NpgsqlConnection connection, CancellationTokenSource time)
    {
        (_source, Connection, _time) = (source, connection, time);
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
            return new TimedConnection(source, await source.OpenConnectionAsync(time.Token).ConfigureAwait(false), time);
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
        await _cut.DisposeAsync();

        // Cut in the moment between its last answer and here: the pool takes it for a good one.
        if (WasCut) _source.Clear();
        _time.Dispose();
        await Connection.DisposeAsync();
    }

    /// <summary>As if the cable had been cut: the driver's pending read or write fails, and it gives the connection up by itself.</summary>
    static void Cut(NpgsqlConnection connection)
    {
        if (ConnectorOf(connection) is { } connector) SocketOf(connector)?.Dispose();
    }

#pragma warning disable NPG9001 // No public way leads to the socket. A changed name fails the tests of this class at the first cut.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Connector")]
    static extern NpgsqlConnector? ConnectorOf(NpgsqlConnection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_socket")]
    static extern ref Socket? SocketOf(NpgsqlConnector connector);
#pragma warning restore NPG9001
}
