using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TaskList.Grains.Lists;

/// <summary>
/// Standbys for what may be a few seconds old: searches, exports, looks at the past. Never for what a list decides on or tells its viewers. The first that is near enough is
/// asked; where there is none, or it is away, or does not have what is asked for, the primary answers.
/// </summary>
/// <param name="primary">Tells how far the log has come.</param>
/// <param name="standbys">One host each: how far behind a host is says nothing of another.</param>
public sealed partial class Replica(NpgsqlDataSource primary, IEnumerable<NpgsqlDataSource> standbys, TimeProvider time, ILogger<Replica> logger) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    readonly Standby[] _standbys = [.. standbys.Select(standby => new Standby(standby, time))];

    /// <summary>Whether one is asked at all now.</summary>
    internal bool IsGood => Near is not null;

    Standby? Near => Array.Find(_standbys, standby => standby.IsNear);

    /// <summary>A look at the past of a list.</summary>
    internal async Task<T> Look<T>(Func<ListPast, Task<T>> look, ListPast otherwise)
    {
        if (Near is not { } standby) return await look(otherwise);
        try
        {
            return await look(standby.Past);
        }
        catch (Exception fault) when (Standby.IsAway(fault) || fault is LogEndsException)
        {
            return await look(otherwise);
        }
    }

    /// <summary>Rows that are known to be in the log.</summary>
    internal async Task<IReadOnlyList<LogRow>> Rows(Guid listId, long after, long to, int maxRows, int maxBytes, ListLog otherwise) =>
        await TryAsk(standby => standby.Log.Range(listId, after, to, maxRows, maxBytes)) is { Count: > 0 } rows
            ? rows
            : await otherwise.Range(listId, after, to, maxRows, maxBytes);

    /// <summary>Null when the primary has to be asked.</summary>
    internal Task<T?> TryRead<T>(Func<NpgsqlDataSource, Task<T>> read)
        where T : class => TryAsk(standby => read(standby.Source));

    public override void Dispose()
    {
        foreach (var standby in _standbys) standby.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_standbys.Length == 0) return;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            var turned = await Task.WhenAll(_standbys.Select(standby => standby.Look(primary)));
            if (turned.Contains(true)) LogTurned(_standbys.Count(standby => standby.IsNear), _standbys.Length);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<T?> TryAsk<T>(Func<Standby, Task<T>> read)
        where T : class
    {
        if (Near is not { } standby) return null;
        try
        {
            return await read(standby);
        }
        catch (Exception fault) when (Standby.IsAway(fault))
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Near} of {Replicas} replicas are near enough to be asked")]
    partial void LogTurned(int near, int replicas);
}
