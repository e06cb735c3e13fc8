using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Users;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Users;

/// <summary>Sharing by link: owners make and revoke invites, whoever has a token takes one.</summary>
static class InvitesApi
{
    static readonly TimeSpan UsualLife = TimeSpan.FromDays(14);

    public static void MapInvites(this IEndpointRouteBuilder routes)
    {
        var invites = routes.MapGroup("/api/lists/{id}/invites").WithTags("Invites");
        invites.MapPost("", Create).WithSummary("Makes an invite");
        invites.MapGet("", All).WithSummary("The invites that still admit somebody");
        invites.MapDelete("/{inviteId}", Revoke).WithSummary("Revokes an invite");
        routes.MapPost("/api/invites/{token}/accept", Accept).WithTags("Invites").WithSummary("Takes an invite");
    }

    static async Task<Results<Created<CreatedInvite>, ProblemHttpResult>> Create(
        string id, InviteRequest request, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster, TimeProvider time)
    {
        if (!ListIds.TryParse(id, out var listId)) return Problems.From(new Refusal(Codes.ListNotFound), context);
        if (RoleNamed(request.Role) is not { } role) return Problems.From(Refusal.With(Codes.InvalidField, "field", "role"), context);
        if (request.Email is { } email && (email.Length > 254 || email.Trim().Split('@') is not [{ Length: > 0 }, { Length: > 0 }]))
            return Problems.From(new Refusal(Codes.InvalidEmail), context);

        var token = InviteTokens.New();
        var expiresAt = request.ExpiresAt?.UtcDateTime ?? (time.GetUtcNow() + UsualLife).UtcDateTime;
        var maxUses = request.MaxUses ?? (request.Email is null ? null : 1);
        var result = await Of(cluster, listId).Create(caller.UserId(), InviteTokens.IdOf(token), role, expiresAt, maxUses);
        if (!result.Ok) return Problems.From(result.Refusal, context);

        var url = $"{context.Request.Scheme}://{context.Request.Host}/invite/{token}";
        var invite = result.Value;
        return TypedResults.Created($"/api/lists/{listId}/invites", new CreatedInvite(invite.InviteId, token, url, invite.Role, invite.ExpiresAt));
    }

    static async Task<Results<Ok<InviteItem[]>, ProblemHttpResult>> All(string id, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster)
    {
        if (!ListIds.TryParse(id, out var listId)) return Problems.From(new Refusal(Codes.ListNotFound), context);

        var result = await ClusterCalls.Retry(() => Of(cluster, listId).All(caller.UserId()));
        return result.Ok
            ? TypedResults.Ok(Array.ConvertAll(result.Value.Invites, info => new InviteItem(info.InviteId, info.Role, info.ExpiresAt, info.MaxUses, info.Uses)))
            : Problems.From(result.Refusal, context);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Revoke(
        string id, string inviteId, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster)
    {
        if (!ListIds.TryParse(id, out var listId)) return Problems.From(new Refusal(Codes.ListNotFound), context);
        if (!ListIds.TryParse(inviteId, out var invite)) return Problems.From(new Refusal(Codes.InviteNotFound), context);

        var result = await Of(cluster, listId).Revoke(caller.UserId(), invite);
        return result.Ok ? TypedResults.NoContent() : Problems.From(result.Refusal, context);
    }

    static async Task<Results<Ok<InviteAccepted>, ProblemHttpResult>> Accept(string token, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster)
    {
        var result = await ClusterCalls.Retry(() => cluster.GetGrain<IInviteGrain>(InviteTokens.IdOf(token)).Accept(caller.UserId()));
        return result.Ok ? TypedResults.Ok(result.Value) : Problems.From(result.Refusal, context);
    }

    static IListInvitesGrain Of(IClusterClient cluster, Guid listId) => cluster.GetGrain<IListInvitesGrain>(listId);

    static Role? RoleNamed(string name) => name switch
    {
        "viewer" => Role.Viewer,
        "commenter" => Role.Commenter,
        "editor" => Role.Editor,
        "owner" => Role.Owner,
        _ => null,
    };
}
