using Npgsql;
using Orleans.Concurrency;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

[StatelessWorker, GrainType("heads")]
sealed class HeadsGrain(ListLog log) : Grain, IHeadsGrain
{
    public async Task<ListHead[]> Read(Guid[] listIds)
    {
        try
        {
            return listIds.Length == 0 ? [] : await log.Heads(listIds);
        }
        catch (NpgsqlException)
        {
            // Its type is not for the wire.
            throw new TimeoutException("The log cannot be read now.");
        }
    }
}
