using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using TaskList.Contracts;
using TaskList.Contracts.Notifications;
using TaskList.Contracts.Users;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Users;

/// <summary>The caller's own things: profile, lists, inbox.</summary>
static class MeApi
{
    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/api/me").WithTags("Me");
        me.MapGet("", Profile).WithSummary("My profile");
        me.MapPatch("", Update).WithSummary("Changes the named fields of my profile");
        me.MapGet("/lists", Lists).WithSummary("The lists I am a member of");
        me.MapGet("/inbox", Inbox).WithSummary("My notifications, newest first");
        me.MapPost("/inbox/read", MarkRead).WithSummary("Marks notifications up to one, or all, as read");
    }

    static async Task<Results<Ok<UserProfile>, ProblemHttpResult>> Profile(ClaimsPrincipal caller, HttpContext context, IClusterClient cluster) =>
        await ClusterCalls.Retry(() => Me(caller, cluster).Profile()) is { } profile ? TypedResults.Ok(profile) : Problems.From(new Refusal(Codes.NotFound), context);

    static async Task<Results<Ok<UserProfile>, ProblemHttpResult>> Update(
        ProfilePatch patch, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster)
    {
        var result = await ClusterCalls.Retry(() => Me(caller, cluster).Update(patch));
        return result.Ok ? TypedResults.Ok(result.Value) : Problems.From(result.Refusal, context);
    }

    /// <param name="deleted">Those that I, an owner, can still restore.</param>
    static async Task<Results<Ok<MyList[]>, Ok<DeletedList[]>>> Lists(ClaimsPrincipal caller, IClusterClient cluster, bool deleted = false)
    {
        var me = Me(caller, cluster);
        if (deleted) return TypedResults.Ok(await ClusterCalls.Retry(me.DeletedLists));
        return TypedResults.Ok(await ClusterCalls.Retry(me.Lists));
    }

    static async Task<Ok<Notification[]>> Inbox(ClaimsPrincipal caller, IClusterClient cluster) =>
        TypedResults.Ok(await ClusterCalls.Retry(() => Me(caller, cluster).Inbox()));

    static async Task<NoContent> MarkRead(MarkReadRequest? request, ClaimsPrincipal caller, IClusterClient cluster)
    {
        await Me(caller, cluster).MarkRead(request?.UpTo);
        return TypedResults.NoContent();
    }

    static IUserGrain Me(ClaimsPrincipal caller, IClusterClient cluster) => cluster.GetGrain<IUserGrain>(caller.UserId());

    /// <param name="UpTo">The newest notification that was seen; absent for all.</param>
    internal sealed record MarkReadRequest(Guid? UpTo = null);
}
