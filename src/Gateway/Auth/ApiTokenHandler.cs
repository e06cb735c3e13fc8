using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using TaskList.Contracts;
using TaskList.Contracts.Users;
using TaskList.Gateway.Lists;
using TaskList.Gateway.Safety;

namespace TaskList.Gateway.Auth;

/// <summary>
/// Who calls with a personal API token. The user's grain is asked every time, so a revoked token is refused by every gateway from that moment; open sockets end like those of
/// a session that was signed out, because the token's id stands in the place of the session's.
/// </summary>
sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IClusterClient cluster, SignInLimits limits)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "apiToken";

    Refusal? _wait;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerText.Of(Request) is not { } text) return AuthenticateResult.NoResult();
        if (ApiTokenText.Read(text) is not var (userId, tokenId, secretHash)) return AuthenticateResult.Fail("This is no token of ours.");
        if ((_wait = limits.CheckToken(Context, tokenId)) is not null) return AuthenticateResult.Fail("Too many wrong tokens.");

        var token = await ClusterCalls.Retry(() => cluster.GetGrain<ITokensGrain>(userId).Check(tokenId, secretHash));
        if (token is null)
        {
            limits.CountWrongToken(Context, tokenId);
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(Identity(userId, token)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        _wait is null ? base.HandleChallengeAsync(properties) : Problems.Write(Context, _wait);

    static ClaimsIdentity Identity(Guid userId, ApiToken token) => new(
        [
            new Claim("sub", userId.ToString()),
            new Claim(CallerClaims.Session, token.TokenId.ToString()),
            new Claim(CallerClaims.Scope, token.Scope == ApiScope.Write ? CallerClaims.Write : CallerClaims.Read),
            new Claim("exp", new DateTimeOffset(token.ExpiresAt).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        SchemeName);
}
