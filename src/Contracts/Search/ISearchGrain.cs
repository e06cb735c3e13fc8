namespace TaskList.Contracts.Search;

/// <summary>Stateless worker: what a user may read across all their lists, out of tables that follow the log within about a second.</summary>
[Alias("ISearchGrain")]
public interface ISearchGrain : IGrainWithIntegerKey
{
    /// <summary>Best first. Refusals: blank, tooLong, invalidField, undecided unavailable.</summary>
    [Alias("Find")]
    Task<Result<FoundTasks>> Find(Guid userId, FindTasks request);

    /// <summary>By due date, those without one last; archived lists are left out. Refusals: invalidField, undecided unavailable.</summary>
    [Alias("MyTasks")]
    Task<Result<MyTasks>> MyTasks(Guid userId, MyTasksRequest request);
}
