using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using TaskList.Contracts;
using TaskList.Contracts.Users;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Users;

/// <summary>The caller's saved views: theirs alone, whichever browser they sit at.</summary>
static class ViewsApi
{
    public static void MapViews(this IEndpointRouteBuilder routes)
    {
        var views = routes.MapGroup("/api/me/views").WithTags("Me");
        views.MapGet("", All).WithSummary("My saved views of all lists, oldest first");
        views.MapPut("/{viewId}", Put).WithSummary("Saves a view under the caller's own id, or changes it");
        views.MapDelete("/{viewId}", Remove).WithSummary("Forgets a saved view");
    }

    static async Task<Ok<SavedView[]>> All(ClaimsPrincipal caller, IClusterClient cluster) =>
        TypedResults.Ok(await ClusterCalls.Retry(() => Me(caller, cluster).Views()));

    static async Task<Results<Ok<SavedView>, ProblemHttpResult>> Put(
        string viewId, ViewRequest request, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster)
    {
        if (!ListIds.TryParse(viewId, out var id)) return Problems.From(Refusal.With(Codes.InvalidField, "field", "viewId"), context);

        var saved = await ClusterCalls.Retry(() => Me(caller, cluster).SaveView(new SavedView(id, request.ListId, request.Name, request.Query)));
        return saved.Ok ? TypedResults.Ok(saved.Value) : Problems.From(saved.Refusal, context);
    }

    static async Task<NoContent> Remove(string viewId, ClaimsPrincipal caller, IClusterClient cluster)
    {
        if (ListIds.TryParse(viewId, out var id)) await Me(caller, cluster).RemoveView(id);
        return TypedResults.NoContent();
    }

    static IUserGrain Me(ClaimsPrincipal caller, IClusterClient cluster) => cluster.GetGrain<IUserGrain>(caller.UserId());

    internal sealed record ViewRequest(Guid ListId, string Name, string Query)
    {
        public override string ToString() => nameof(ViewRequest);
    }
}
