using System.Security.Claims;

namespace TaskList.Gateway.Auth;

/// <param name="ExpiresAt">UTC, without the grace that a check allows for clocks.</param>
sealed record ValidToken(ClaimsPrincipal Caller, DateTime ExpiresAt);
