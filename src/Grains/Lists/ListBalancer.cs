using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskList.Grains.Lists;

/// <summary>A silo that holds more than 1.2 times its share of the lists sends quiet ones, a bounded number at a time, to the one that holds fewest.</summary>
sealed partial class ListBalancer(
    LocalLists local, ListHandover handover, ListPlacement placement, ILocalSiloDetails self, IGrainFactory grains, TimeProvider time, ILogger<ListBalancer> logger) : BackgroundService
{
    public const double Tolerated = 1.2;
    public const int MostAtOnce = 100;

    /// <summary>So few too many are not worth a move.</summary>
    public const int Negligible = 8;

    static readonly TimeSpan Period = TimeSpan.FromSeconds(20);
    static readonly TimeSpan MoveLimit = TimeSpan.FromSeconds(10);

    /// <summary>How many lists to send where; null for none.</summary>
    /// <param name="lists">Lists by silo, this one's own among them.</param>
    public static (int Count, T To)? Excess<T>(IReadOnlyDictionary<T, int> lists, T own)
        where T : notnull
    {
        var share = lists.Values.Sum() / (double)lists.Count;
        var excess = (int)(lists[own] - share);
        if (lists[own] <= share * Tolerated || excess < Negligible) return null;

        // Never more than the other lacks: two that see the same one empty must not make it the fullest.
        var (to, has) = lists.MinBy(silo => silo.Value);
        return (Math.Min(MostAtOnce, Math.Min(excess, Math.Max(1, (int)(share - has) / Math.Max(1, lists.Count - 1)))), to);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Silos that start together must not look together.
        await Task.Delay(Period * Random.Shared.NextDouble(), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var timer = new PeriodicTimer(Period, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                if (handover.Others().Length > 0) await Balance(stoppingToken);
            }
            catch (Exception fault)
            {
                // Whatever it was: no silo may end itself over a list in the wrong place, as it would if this threw.
                if (!stoppingToken.IsCancellationRequested) LogNotBalanced(fault.GetType().Name);
            }
        }
    }

    async Task Balance(CancellationToken stopping)
    {
        var lists = handover.Others().Append(self.SiloAddress).ToDictionary(silo => silo, _ => 0);

        // Asked for these silos: to ask for all, the membership would be read, and Redis may be away or empty.
        foreach (var held in await grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics([.. lists.Keys], stopping))
        {
            if (held.GrainType.Contains(nameof(ListGrain), StringComparison.Ordinal)) lists[held.SiloAddress] += held.ActivationCount;
        }

        placement.Counted(lists);
        if (Excess(lists, self.SiloAddress) is not { } excess) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(MoveLimit);
        var moved = await ListHandover.Move([.. local.All.Where(list => list.IsQuiet).Take(excess.Count).Select(list => (list, excess.To))], limit.Token);
        LogBalanced(moved, lists[self.SiloAddress], lists[excess.To]);
    }

    [LoggerMessage(LogLevel.Information, "{Moved} lists went to the silo with fewest; before, there were {Own} here and {Other} there.")]
    partial void LogBalanced(int moved, int own, int other);

    [LoggerMessage(LogLevel.Information, "Lists were not balanced this time ({Fault}).")]
    partial void LogNotBalanced(string fault);
}
