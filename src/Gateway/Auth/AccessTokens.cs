using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TaskList.ServiceDefaults;

namespace TaskList.Gateway.Auth;

/// <summary>Makes and checks the access tokens: ES256, ten minutes, one issuer, one audience, one type, one key that only gateways hold.</summary>
sealed class AccessTokens
{
    public const string Issuer = "tasklist";
    public const string Audience = "tasklist-api";
    public const string Type = "at+jwt";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    const int LongestToken = 4_096;

    readonly SigningCredentials _credentials;
    readonly TimeProvider _time;

    public AccessTokens(SecretFiles secrets, TimeProvider time)
    {
        _time = time;
        var pem = Encoding.ASCII.GetString(secrets.LoadOrCreate("jwt-es256.pem", NewKey));
        var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(pem);
        var key = new ECDsaSecurityKey(ecdsa) { KeyId = Convert.ToHexStringLower(SHA256.HashData(ecdsa.ExportSubjectPublicKeyInfo()))[..16] };
        _credentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256);

        Rules = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            ValidTypes = [Type],
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKey = key,
            // The header's kid must name our key; a token's own jku, x5u or jwk is never looked at.
            TryAllIssuerSigningKeys = false,
            ClockSkew = TimeSpan.FromSeconds(30),
            LifetimeValidator = Alive,
        };
    }

    public JsonWebTokenHandler Handler { get; } = new()
    {
        MapInboundClaims = false,
        SetDefaultTimesOnTokenCreation = false,
        MaximumTokenSizeInBytes = LongestToken,
    };

    public TokenValidationParameters Rules { get; }

    public string Issue(Guid userId, Guid sessionId)
    {
        var now = _time.GetUtcNow();
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            TokenType = Type,
            IssuedAt = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = userId.ToString(),
                [CallerClaims.Session] = sessionId.ToString(),
                [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString(),
            },
            SigningCredentials = _credentials,
        });
    }

    /// <summary>Who a token stands for and until when, or null for a token that is not good.</summary>
    public async Task<ValidToken?> Validate(string token)
    {
        var result = await Handler.ValidateTokenAsync(token, Rules);
        if (!result.IsValid) return null;

        var caller = new System.Security.Claims.ClaimsPrincipal(result.ClaimsIdentity);
        return caller.NamesUserAndSession() ? new ValidToken(caller, result.SecurityToken.ValidTo) : null;
    }

    bool Alive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters rules)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + rules.ClockSkew && (notBefore is not { } start || now >= start - rules.ClockSkew);
    }

    static byte[] NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem());
    }
}
