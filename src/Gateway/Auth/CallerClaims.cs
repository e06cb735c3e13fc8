using System.Security.Claims;

namespace TaskList.Gateway.Auth;

/// <summary>Who calls, as the access token says.</summary>
static class CallerClaims
{
    public const string Session = "sid";

    /// <summary>Only callers with an API token have this claim: <see cref="Read"/> or <see cref="Write"/>.</summary>
    public const string Scope = "scope";

    public const string Read = "read";
    public const string Write = "write";

    public static Guid UserId(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue("sub")!);

    public static Guid SessionId(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue(Session)!);

    /// <summary>The same caller without the token, which the handler's own identity holds on to with all its parts.</summary>
    public static ClaimsPrincipal WithoutToken(this ClaimsPrincipal caller)
    {
        var claims = caller.Claims.Where(claim => claim.Type is "sub" or "exp" or Session).Select(claim => new Claim(claim.Type, claim.Value));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, caller.Identity?.AuthenticationType));
    }

    public static bool IsToken(this ClaimsPrincipal caller) => caller.HasClaim(claim => claim.Type == Scope);

    /// <summary>A person who signed in may whatever the list allows; a token only what it was made for.</summary>
    public static bool MayWrite(this ClaimsPrincipal caller) => caller.FindFirst(Scope) is not { Value: not Write };

    /// <summary>Whether both ids are there, so that the two above cannot fail on a checked token.</summary>
    public static bool NamesUserAndSession(this ClaimsPrincipal caller) =>
        Guid.TryParse(caller.FindFirstValue("sub"), out _) && Guid.TryParse(caller.FindFirstValue(Session), out _);
}
