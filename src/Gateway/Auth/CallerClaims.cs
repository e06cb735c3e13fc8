using System.Security.Claims;

namespace TaskList.Gateway.Auth;

/// <summary>Who calls, as the access token says.</summary>
static class CallerClaims
{
    public const string Session = "sid";

    public static Guid UserId(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue("sub")!);

    public static Guid SessionId(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue(Session)!);

    /// <summary>Whether both ids are there, so that the two above cannot fail on a checked token.</summary>
    public static bool NamesUserAndSession(this ClaimsPrincipal caller) =>
        Guid.TryParse(caller.FindFirstValue("sub"), out _) && Guid.TryParse(caller.FindFirstValue(Session), out _);
}
