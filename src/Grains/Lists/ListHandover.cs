using Microsoft.Extensions.Logging;

namespace TaskList.Grains.Lists;

/// <summary>
/// Sends lists to other silos: all of them when this silo is about to leave, a few quiet ones when it holds much more than its share, as after another silo has joined
/// (activations do not move by themselves).
/// </summary>
sealed partial class ListHandover(LocalLists local, ILocalSiloDetails self, ISiloStatusOracle silos, ILogger<ListHandover> logger)
{
    const int AtOnce = 64;

    /// <summary>Everything goes, in turns to all others; whoever has not gone by <paramref name="deadline"/> is taken down with the silo.</summary>
    public async Task All(CancellationToken deadline)
    {
        var lists = local.All;
        var to = Others();
        if (to.Length == 0 || lists.Count == 0) return;
        var moved = await Move([.. lists.Select((list, i) => (list, to[i % to.Length]))], deadline);
        LogHandedOver(moved, lists.Count, to.Length);
    }

    /// <summary>Moves lists one by one, some at once; returns how many have gone.</summary>
    public static async Task<int> Move(IReadOnlyList<(LocalList List, SiloAddress To)> moves, CancellationToken deadline)
    {
        var moved = 0;
        try
        {
            await Parallel.ForEachAsync(moves, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = deadline }, async (move, cancellation) =>
            {
                await move.List.Move(move.To, cancellation);
                Interlocked.Increment(ref moved);
            });
        }
        catch (OperationCanceledException)
        {
            // The time is over; what is left needs no farewell, its log has everything.
        }

        return moved;
    }

    public SiloAddress[] Others() => [.. silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(silo => !silo.Equals(self.SiloAddress))];

    [LoggerMessage(LogLevel.Information, "{Moved} of {Lists} lists were handed over to {Silos} other silos.")]
    partial void LogHandedOver(int moved, int lists, int silos);
}
