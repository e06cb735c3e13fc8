using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using TaskList.Contracts;
using TaskList.Contracts.Search;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Lists;
using TaskList.Gateway.Safety;

namespace TaskList.Gateway.Search;

/// <summary>What is read across all lists of the caller.</summary>
static class SearchApi
{
    const int UsualPage = 20;

    static readonly string[] SearchFields = ["q", "limit", "after"];
    static readonly string[] TaskFields = ["assigned", "due", "includeCompleted", "limit", "after"];

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/search", Search).WithTags("Search").WithName("search").WithSummary("Tasks that hold these words, best first, over all lists the caller may read.");
        routes.MapGet("/api/me/tasks", Tasks).WithTags("Me").WithName("getMyTasks").WithSummary("Tasks assigned to me or due, over all lists, by due date.");
    }

    static async Task<Results<Ok<FoundTasks>, ProblemHttpResult>> Search(
        ClaimsPrincipal caller, IGrainFactory grains, HttpContext context, string? q = null, int limit = UsualPage, string? after = null)
    {
        if (Unknown(context, SearchFields) is { } unknown) return Problems.From(unknown, context);
        var found = await ClusterCalls.Retry(() => grains.GetGrain<ISearchGrain>(0).Find(caller.UserId(), new FindTasks(q ?? "", limit, after)));
        return found.Ok ? TypedResults.Ok(found.Value) : Problems.From(found.Refusal, context);
    }

    static async Task<Results<Ok<MyTasks>, ProblemHttpResult>> Tasks(
        ClaimsPrincipal caller, IGrainFactory grains, HttpContext context,
        bool assigned = false, string? due = null, bool includeCompleted = false, int limit = SearchLimits.Page, string? after = null)
    {
        if (Unknown(context, TaskFields) is { } unknown) return Problems.From(unknown, context);
        if (due is not null && PastPoints.Parse(due) is not { Time: not null }) return Problems.From(Refusal.With(Codes.InvalidField, "field", "due"), context);
        var request = new MyTasksRequest(assigned, due is null ? null : PastPoints.Parse(due)!.Time, includeCompleted, limit, after);
        var mine = await ClusterCalls.Retry(() => grains.GetGrain<ISearchGrain>(0).MyTasks(caller.UserId(), request));
        return mine.Ok ? TypedResults.Ok(mine.Value) : Problems.From(mine.Refusal, context);
    }

    /// <summary>A misspelt filter that is passed over would show more than was asked for.</summary>
    static Refusal? Unknown(HttpContext context, string[] fields)
    {
        foreach (var (name, values) in context.Request.Query)
        {
            if (!fields.Contains(name, StringComparer.OrdinalIgnoreCase)) return Refusal.With(Codes.UnknownField, "field", BadRequests.Cut(name));
            if (values.Count > 1) return Refusal.With(Codes.InvalidField, "field", name);
        }

        return null;
    }
}
