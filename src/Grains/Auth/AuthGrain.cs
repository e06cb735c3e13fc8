using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using TaskList.Contracts;
using TaskList.Contracts.Auth;
using TaskList.Contracts.Users;
using TaskList.Grains.Users;

namespace TaskList.Grains.Auth;

/// <summary>Reentrant: a sign-in waits for a password hash, and the next caller must not wait with it.</summary>
[GrainType("auth"), StatelessWorker, Reentrant]
sealed partial class AuthGrain(EmailIndex index, EndedSessionTable endedSessions, ILogger<AuthGrain> logger) : Grain, IAuthGrain
{
    public async Task<Result<SignedIn>> Register(Registration registration)
    {
        if (!EmailAddress.TryParse(registration.Email, out var email)) return new Refusal(Codes.InvalidEmail);

        var profile = ProfileRules.Check(registration.DisplayName, registration.Language, registration.TimeZone);
        if (!profile.Ok) return profile.Refusal;
        if (PasswordRules.Check(registration.Password, email, registration.DisplayName) is { } weak) return weak;

        var taken = await Login(email).Take(Guid.CreateVersion7(), registration.Password);
        if (!taken.Ok) return taken.Refusal;

        var userId = taken.Value.UserId;
        var user = await User(userId).Create(email.Value, profile.Value.DisplayName!, registration.Language, registration.TimeZone);
        LogRegistered(userId);
        return await StartSession(user);
    }

    public async Task<Result<SignedIn>> SignIn(string email, string password, string source)
    {
        // An address that cannot be is as wrong as an unknown one; it must not answer faster.
        var key = EmailAddress.TryParse(email, out var address) ? index.LoginKey(address) : Guid.Empty;
        // Nor must a password that nobody can have; a single sign is one, and can be hashed.
        var guess = password.Length is > 0 and <= PasswordRules.Longest ? password : "?";
        var checkedLogin = await GrainFactory.GetGrain<ILoginGrain>(key).Check(guess, index.SourceKey(source));
        if (!checkedLogin.Ok) return checkedLogin.Refusal;

        var userId = checkedLogin.Value.UserId;
        // A registration that broke off between address and profile is completed here, from what is known.
        var user = await User(userId).Profile() ?? await User(userId).Create(address.Value, LocalPart(address), "en", "UTC");
        return await StartSession(user);
    }

    public Task<Guid[]> EndedSessions(DateTime since) => endedSessions.Since(since);

    async Task<Result<SignedIn>> StartSession(UserProfile user)
    {
        var sessionId = Guid.CreateVersion7();
        var started = await GrainFactory.GetGrain<ISessionGrain>(sessionId).Start(user.UserId);
        return new SignedIn(user, sessionId, started.Secret, started.ExpiresAt);
    }

    ILoginGrain Login(EmailAddress email) => GrainFactory.GetGrain<ILoginGrain>(index.LoginKey(email));

    IUserGrain User(Guid userId) => GrainFactory.GetGrain<IUserGrain>(userId);

    static string LocalPart(EmailAddress email) => email.Value[..email.Value.IndexOf('@', StringComparison.Ordinal)];

    [LoggerMessage(LogLevel.Information, "User {UserId} registered")]
    partial void LogRegistered(Guid userId);
}
