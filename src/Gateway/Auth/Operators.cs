using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace TaskList.Gateway.Auth;

/// <summary>The people of the setting <c>Operators</c>. They get a cookie, because a browser that opens a page sends no bearer header.</summary>
static class Operators
{
    /// <summary>Name of the policy, and of the cookie's scheme.</summary>
    public const string Policy = "operators";

    static readonly TimeSpan Shift = TimeSpan.FromHours(8);

    public static void AddOperators(this IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        services.AddSingleton<KeyRingEncryption>();
        services.AddDataProtection().SetApplicationName("tasklist");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing, KeyRingEncryption>((o, ring, encryption) =>
            (o.XmlRepository, o.XmlEncryptor) = (ring, encryption));

        services.AddAuthentication().AddCookie(Policy, Cookie);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(Policy)
            .RequireAuthenticatedUser()
            .AddRequirements(new IsOperator()));
        services.AddSingleton<IAuthorizationHandler, IsOperatorHandler>();
    }

    public static Task SignIn(HttpContext context, Guid userId) => context.SignInAsync(Policy, new ClaimsPrincipal(
        new ClaimsIdentity([new Claim("sub", userId.ToString())], Policy)));

    static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "tasklist_ops";
        options.Cookie.Path = "/ops";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Shift;
        options.SlidingExpiration = false;
        options.LoginPath = options.AccessDeniedPath = "/ops/sign-in";
    }

    sealed class IsOperator : IAuthorizationRequirement;

    /// <summary>Asked on every request: who is taken off the setting is out at the next restart, whatever cookie they hold.</summary>
    sealed class IsOperatorHandler(GatewaySettings settings) : AuthorizationHandler<IsOperator>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, IsOperator requirement)
        {
            if (Guid.TryParse(context.User.FindFirstValue("sub"), out var userId) && settings.Operators.Contains(userId)) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
