namespace TaskList.Contracts.Lists;

/// <summary>Stateless worker: heads as they stand in the log, not in any grain's memory.</summary>
[Alias("IHeadsGrain")]
public interface IHeadsGrain : IGrainWithIntegerKey
{
    /// <summary>One row for each of the lists that exists; one batched read.</summary>
    [Alias("Read")]
    Task<ListHead[]> Read(Guid[] listIds);
}
