using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TaskList.Contracts;
using TaskList.Contracts.Users;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Notifications;
using Xunit;

namespace TaskList.Gateway.Tests.Auth;

public sealed class AccessTokenFacts : IClassFixture<SharedGateway>
{
    readonly Guid _userId = Guid.NewGuid();
    readonly Guid _sessionId = Guid.NewGuid();
    readonly TestGateway _gateway;

    public AccessTokenFacts(SharedGateway shared)
    {
        _gateway = shared.Gateway;
        _gateway.Cluster.Answer<IUserGrain>((_, _) => Task.FromResult<UserProfile?>(new UserProfile(_userId, "ada@example.org", "Ада", "ru", "UTC")));
    }

    [Fact]
    public async Task GoodTokenIsTaken()
    {
        using var answer = await Me(Forge());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Ада", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Me(_gateway.Tokens.Issue(_userId, _sessionId))).StatusCode);
    }

    public static TheoryData<string> Abuses =>
    [
        "none", "hmacWithPublicKey", "otherKeySameKid", "unknownKid", "noKid", "wrongAudience", "noAudience", "wrongIssuer", "wrongType", "noType",
        "expired", "noExpiry", "notYet", "noUser", "userIsNoId", "noSession", "cutSignature", "changedBody", "refreshSecret", "nothing", "garbage",
    ];

    [Theory, MemberData(nameof(Abuses))]
    public async Task AbusedTokenIsUnauthenticated(string abuse)
    {
        using var answer = await Me(Abused(abuse));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(Codes.Unauthenticated, await answer.Code());
        Assert.StartsWith("Bearer", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndedSessionIsUnauthenticatedAtOnce()
    {
        _gateway.Services.GetRequiredService<EndedSessions>().Take([_sessionId]);

        using var answer = await Me(Forge());
        Assert.Equal(Codes.Unauthenticated, await answer.Code());
    }

    [Fact]
    public async Task QueryStringCountsForTheHubOnly()
    {
        using var me = await _gateway.Http.GetAsync($"/api/me?access_token={Forge()}");
        using var hub = await _gateway.Http.PostAsync($"/hubs/board/negotiate?negotiateVersion=1&access_token={Forge()}", null);

        Assert.Equal(Codes.Unauthenticated, await me.Code());
        Assert.Equal(HttpStatusCode.OK, hub.StatusCode);
    }

    [Fact]
    public async Task HubRefusesBadTokensAtTheHandshake()
    {
        using var answer = await _gateway.Http.PostAsync("/hubs/board/negotiate?negotiateVersion=1&access_token=x", null);

        Assert.Equal(Codes.Unauthenticated, await answer.Code());
    }

    [Fact]
    public async Task ValidateSaysWhoAndUntilWhen()
    {
        var before = DateTime.UtcNow;
        var valid = await _gateway.Tokens.Validate(_gateway.Tokens.Issue(_userId, _sessionId));

        Assert.Equal((_userId, _sessionId), (valid!.Caller.UserId(), valid.Caller.SessionId()));
        Assert.InRange(valid.ExpiresAt, before.AddMinutes(10).AddSeconds(-2), DateTime.UtcNow.AddMinutes(10).AddSeconds(2));
        Assert.Null(await _gateway.Tokens.Validate(Abused("expired")));
        Assert.Null(await _gateway.Tokens.Validate(Abused("noSession")));
        Assert.Null(await _gateway.Tokens.Validate(""));
    }

    async Task<HttpResponseMessage> Me(string token)
    {
        using var request = TestGateway.With(token, HttpMethod.Get, "/api/me");
        return await _gateway.Http.SendAsync(request);
    }

    string Abused(string abuse) => abuse switch
    {
        "none" => Without(Forge()),
        "hmacWithPublicKey" => Forge(credentials: new SigningCredentials(
            new SymmetricSecurityKey(OwnKey.ExportSubjectPublicKeyInfo()) { KeyId = OwnKid }, SecurityAlgorithms.HmacSha256)),
        "otherKeySameKid" => Forge(credentials: Credentials(ECDsa.Create(ECCurve.NamedCurves.nistP256), OwnKid)),
        "unknownKid" => Forge(credentials: Credentials(OwnKey, "other")),
        "noKid" => Forge(credentials: Credentials(OwnKey, null)),
        "wrongAudience" => Forge(token => token.Audience = "other"),
        "noAudience" => Forge(token => token.Audience = null),
        "wrongIssuer" => Forge(token => token.Issuer = "other"),
        "wrongType" => Forge(token => token.TokenType = "JWT"),
        "noType" => Forge(token => token.TokenType = null),
        "expired" => Forge(token => (token.IssuedAt, token.Expires) = (DateTime.UtcNow.AddMinutes(-11), DateTime.UtcNow.AddSeconds(-31))),
        "noExpiry" => Forge(token => token.Expires = null),
        "notYet" => Forge(token => token.NotBefore = DateTime.UtcNow.AddSeconds(60)),
        "noUser" => Forge(token => token.Claims.Remove("sub")),
        "userIsNoId" => Forge(token => token.Claims["sub"] = "ada"),
        "noSession" => Forge(token => token.Claims.Remove("sid")),
        "cutSignature" => Forge()[..^4],
        "changedBody" => Changed(Forge()),
        "refreshSecret" => $"{_sessionId}.AAAAAXUhY14H9ikiiN-BI5bRT7phTHqBDokFaZrVuzE_cLdM",
        "nothing" => " ",
        _ => "garbage",
    };

    /// <summary>A token as the gateway makes it, with one thing wrong.</summary>
    string Forge(Action<SecurityTokenDescriptor>? change = null, SigningCredentials? credentials = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = AccessTokens.Issuer,
            Audience = AccessTokens.Audience,
            TokenType = AccessTokens.Type,
            IssuedAt = DateTime.UtcNow,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = _userId.ToString(), ["sid"] = _sessionId.ToString() },
            SigningCredentials = credentials ?? Credentials(OwnKey, OwnKid),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    ECDsa OwnKey
    {
        get
        {
            var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(Path.Combine(_gateway.Secrets, "jwt-es256.pem")));
            return key;
        }
    }

    string OwnKid => new JsonWebToken(_gateway.Tokens.Issue(_userId, _sessionId)).Kid;

    static SigningCredentials Credentials(ECDsa key, string? kid) => new(new ECDsaSecurityKey(key) { KeyId = kid }, SecurityAlgorithms.EcdsaSha256);

    static string Without(string token) =>
        $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{token.Split('.')[1]}.";

    static string Changed(string token)
    {
        var parts = token.Split('.');
        var body = Base64UrlEncoder.Decode(parts[1]).Replace(AccessTokens.Audience, AccessTokens.Audience + " ", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(body))}.{parts[2]}";
    }
}
