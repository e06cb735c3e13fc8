using Npgsql;
using Orleans.Concurrency;
using TaskList.Contracts;
using TaskList.Contracts.Search;

namespace TaskList.Grains.Search;

[StatelessWorker, GrainType("search")]
sealed class SearchGrain(SearchQueries queries) : Grain, ISearchGrain
{
    public async Task<Result<FoundTasks>> Find(Guid userId, FindTasks request)
    {
        if (string.IsNullOrWhiteSpace(request.Text)) return Refusal.With(Codes.Blank, "field", "q");
        if (request.Text.Length > SearchLimits.Text) return Refusal.TooLong("q", SearchLimits.Text);
        if (BadLimit(request.Limit) is { } bad) return bad;
        (float, Guid, Guid)? after = null;
        if (request.After is { } mark)
        {
            if (!PageMark.TryReadRank(mark, out var place)) return Refusal.With(Codes.InvalidField, "field", "after");
            after = place;
        }

        return await Read(async () =>
        {
            var found = await queries.Find(userId, SearchText.Parse(request.Text), request.Limit, after);
            FoundTask[] results = [.. found.Take(request.Limit).Select(match => match.Task)];
            if (found.Count <= request.Limit) return new FoundTasks(results, null);
            var (last, rank) = found[request.Limit - 1];
            return new FoundTasks(results, PageMark.Of(PageMark.OfRank(rank), last.TaskId, last.ListId));
        });
    }

    public async Task<Result<MyTasks>> MyTasks(Guid userId, MyTasksRequest request)
    {
        if (BadLimit(request.Limit) is { } bad) return bad;
        (DateTime?, Guid, Guid)? after = null;
        if (request.After is { } mark)
        {
            if (!PageMark.TryReadTime(mark, out var place)) return Refusal.With(Codes.InvalidField, "field", "after");
            after = place;
        }

        return await Read(async () =>
        {
            var tasks = await queries.MyTasks(userId, request, after);
            if (tasks.Count <= request.Limit) return new MyTasks([.. tasks], null);
            var last = tasks[request.Limit - 1];
            return new MyTasks([.. tasks.Take(request.Limit)], PageMark.Of(PageMark.OfTime(last.DueAt), last.TaskId, last.ListId));
        });
    }

    static Refusal? BadLimit(int limit) => limit is < 1 or > SearchLimits.Page ? Refusal.With(Codes.InvalidField, "field", "limit") : null;

    static async Task<Result<T>> Read<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
        {
            return Refusal.Undecided(Codes.Unavailable);
        }
    }
}
