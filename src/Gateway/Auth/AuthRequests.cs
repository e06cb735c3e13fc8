using TaskList.Contracts.Users;

namespace TaskList.Gateway.Auth;

/// <param name="Language">`en` (default) or `ru`.</param>
/// <param name="TimeZone">IANA name; default `UTC`.</param>
sealed record RegisterRequest(string Email, string Password, string DisplayName, string? Language = null, string? TimeZone = null)
{
    public override string ToString() => nameof(RegisterRequest);
}

sealed record LoginRequest(string Email, string Password)
{
    public override string ToString() => nameof(LoginRequest);
}

/// <param name="ExpiresIn">Seconds that the access token is good for.</param>
sealed record SignedInAnswer(string AccessToken, int ExpiresIn, UserProfile User)
{
    public override string ToString() => nameof(SignedInAnswer);
}
