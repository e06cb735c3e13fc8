using TaskList.Contracts.Users;

namespace TaskList.Contracts.Auth;

/// <summary>Stateless worker in front of sign-in: it alone turns an e-mail address into the key of a LoginGrain, so gateways never hold that key.</summary>
[Alias("IAuthGrain")]
public interface IAuthGrain : IGrainWithIntegerKey
{
    /// <summary>Refusals: emailTaken, invalidEmail, weakPassword, blank, tooLong, overloaded.</summary>
    [Alias("Register")]
    Task<Result<SignedIn>> Register(Registration registration);

    /// <summary>Refusals: invalidCredentials (also for an unknown address, after the same work), rateLimited after too many wrong guesses, overloaded.</summary>
    /// <param name="source">Where the call comes from (a network address); only a keyed hash of it is kept, to slow guessers down and not the owner.</param>
    [Alias("SignIn")]
    Task<Result<SignedIn>> SignIn(string email, string password, string source);

    /// <summary>Which sessions ended at or after a moment (at most the last 11 minutes): a token's life and the grace.</summary>
    [Alias("EndedSessions")]
    Task<Guid[]> EndedSessions(DateTime since);
}

[GenerateSerializer, Immutable, Alias("Registration")]
public sealed record Registration(string Email, string Password, string DisplayName, string Language, string TimeZone)
{
    /// <summary>Hides the secret parts from logs and debuggers.</summary>
    public override string ToString() => nameof(Registration);
}

/// <param name="RefreshSecret">As in <see cref="RefreshedSession"/>.</param>
[GenerateSerializer, Immutable, Alias("SignedIn")]
public sealed record SignedIn(UserProfile User, Guid SessionId, string RefreshSecret, DateTime RefreshExpiresAt)
{
    public override string ToString() => nameof(SignedIn);
}
