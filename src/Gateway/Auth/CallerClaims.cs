using System.Security.Claims;

namespace TaskList.Gateway.Auth;

/// <summary>Who calls, as the access token says.</summary>
static class CallerClaims
{
    public const string Session = "sid";

    public static Guid UserId(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue("sub")!);

    public static Guid SessionId(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue(Session)!);
}
