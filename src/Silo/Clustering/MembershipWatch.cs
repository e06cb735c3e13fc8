using System.Diagnostics.Metrics;
using Orleans.Clustering.Redis;

namespace TaskList.Silo.Clustering;

/// <summary>
/// Looks whether Redis still knows this silo. Orleans does not put back a row that is gone, and a silo that starts on an emptied table founds a second cluster beside the first:
/// every list may then exist twice. The log lets only one of two write, so nothing is lost, but somebody has to start the silos anew.
/// </summary>
sealed partial class MembershipWatch : BackgroundService
{
    static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(4);

    /// <summary>While it stays missing it is said again, for whoever was not looking.</summary>
    const int LooksPerReminder = 12;

    readonly IMembershipTable _table;
    readonly ILocalSiloDetails _self;
    readonly ISiloStatusOracle _silos;
    readonly TimeProvider _time;
    readonly ILogger<MembershipWatch> _logger;
    readonly Meter _meter = new("TaskList");
    int _missed;

    public MembershipWatch(IMembershipTable table, ILocalSiloDetails self, ISiloStatusOracle silos, TimeProvider time, ILogger<MembershipWatch> logger)
    {
        (_table, _self, _silos, _time, _logger) = (table, self, silos, time, logger);
        _meter.CreateObservableGauge("tasklist_membership_row_missing", () => IsMissing ? 1 : 0, description: "1 while Redis does not know this silo although the silo works.");
        _meter.CreateObservableGauge("tasklist_cluster_silos", () => _silos.GetApproximateSiloStatuses(onlyActive: true).Count, description: "Working silos, as this one sees them.");
    }

    /// <summary>Seen twice in a row: a silo that has only just joined or is on its way out is no alarm.</summary>
    public bool IsMissing => Volatile.Read(ref _missed) >= 2;

    /// <summary>False when Redis does not answer or has forgotten this silo: it can then tell nobody that it leaves.</summary>
    public async Task<bool> CanSayGoodbye(CancellationToken cancellation) => await IsThere(cancellation) is true;

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(tick => tick.IsCompletedSuccessfully && tick.Result, TaskScheduler.Default))
            Take(_silos.CurrentStatus == SiloStatus.Active ? await IsThere(stoppingToken) : true);
    }

    /// <summary>Null when Redis does not answer: then nothing is known, and the cluster goes on with the members it has.</summary>
    async Task<bool?> IsThere(CancellationToken cancellation)
    {
        try
        {
            var table = await _table.ReadAllAsync(cancellation).WaitAsync(ReadLimit, _time, cancellation);
            return table.TryGet(_self.SiloAddress) is not null;
        }
        catch (RedisClusteringException)
        {
            // The table's version is gone, and everything with it.
            return false;
        }
        catch (Exception fault)
        {
            // Whatever it is, it is Redis' trouble; the next look tells more.
            Unreadable(fault.GetType().Name);
            return null;
        }
    }

    void Take(bool? isThere)
    {
        if (isThere is not { } there) return;
        if (there && IsMissing) Back();
        Volatile.Write(ref _missed, there ? 0 : _missed + 1);
        if (_missed >= 2 && (_missed - 2) % LooksPerReminder == 0) Missing();
    }

    [LoggerMessage(LogLevel.Critical, "Redis has lost this silo's own membership row. Nothing that was accepted is at risk, but silos that start now do not find this one: start the silos anew, one after another.")]
    partial void Missing();

    [LoggerMessage(LogLevel.Information, "Redis knows this silo again.")]
    partial void Back();

    [LoggerMessage(LogLevel.Warning, "The membership in Redis cannot be read now ({Fault}); the cluster goes on with the silos it knows.")]
    partial void Unreadable(string fault);
}
