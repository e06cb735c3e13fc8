using Orleans.Concurrency;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

[StatelessWorker, GrainType("heads")]
sealed class HeadsGrain(ListLog log) : Grain, IHeadsGrain
{
    public Task<ListHead[]> Read(Guid[] listIds) => listIds.Length == 0 ? Task.FromResult<ListHead[]>([]) : log.Heads(listIds);
}
