using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using TaskList.Contracts;
using TaskList.Contracts.Users;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Users;

/// <summary>Personal API tokens. A token cannot call any of this.</summary>
static class TokensApi
{
    static readonly TimeSpan UsualLife = TimeSpan.FromDays(90);

    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        var tokens = routes.MapGroup("/api/tokens").WithTags("API tokens");
        tokens.MapGet("", All).WithSummary("My API tokens, newest first");
        tokens.MapPost("", Create).WithSummary("Makes an API token; its text is shown only here");
        tokens.MapDelete("/{tokenId}", Revoke).WithSummary("Revokes an API token at once");
    }

    static async Task<Ok<ApiToken[]>> All(ClaimsPrincipal caller, IClusterClient cluster) =>
        TypedResults.Ok(await ClusterCalls.Retry(() => Mine(caller, cluster).All()));

    static async Task<Results<Created<CreatedToken>, ProblemHttpResult>> Create(
        TokenRequest request, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster, TimeProvider time)
    {
        if (ScopeNamed(request.Scope) is not { } scope) return Problems.From(Refusal.With(Codes.InvalidField, "field", "scope"), context);

        var (text, tokenId, secretHash) = ApiTokenText.New(caller.UserId());
        var expiresAt = request.ExpiresAt?.UtcDateTime ?? (time.GetUtcNow() + UsualLife).UtcDateTime;
        var made = await Mine(caller, cluster).Create(new NewApiToken(tokenId, secretHash, request.Name, scope, expiresAt));
        if (!made.Ok) return Problems.From(made.Refusal, context);

        var token = made.Value;
        return TypedResults.Created("/api/tokens", new CreatedToken(token.TokenId, text, token.Name, token.Scope, token.CreatedAt, token.ExpiresAt));
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Revoke(string tokenId, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster)
    {
        if (!ListIds.TryParse(tokenId, out var id)) return Problems.From(new Refusal(Codes.TokenNotFound), context);

        var result = await Mine(caller, cluster).Revoke(id);
        return result.Ok ? TypedResults.NoContent() : Problems.From(result.Refusal, context);
    }

    static ITokensGrain Mine(ClaimsPrincipal caller, IClusterClient cluster) => cluster.GetGrain<ITokensGrain>(caller.UserId());

    static ApiScope? ScopeNamed(string name) => name switch
    {
        "read" => ApiScope.Read,
        "write" => ApiScope.Write,
        _ => null,
    };
}

/// <param name="Scope">`read`, or `write`, which includes it.</param>
/// <param name="ExpiresAt">Default in 90 days, at most in 366.</param>
sealed record TokenRequest(string Name, string Scope, DateTimeOffset? ExpiresAt = null)
{
    public override string ToString() => nameof(TokenRequest);
}

/// <param name="Token">Goes into the header as `Authorization: Bearer …`; shown only here.</param>
sealed record CreatedToken(Guid TokenId, string Token, string Name, ApiScope Scope, DateTime CreatedAt, DateTime ExpiresAt)
{
    public override string ToString() => nameof(CreatedToken);
}
