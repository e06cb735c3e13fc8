namespace TaskList.Contracts.Auth;

/// <summary>One e-mail address, keyed by its blind index: a single writer, so two registrations cannot race.</summary>
[Alias("ILoginGrain")]
public interface ILoginGrain : IGrainWithGuidKey
{
    /// <summary>Takes the address for a new user. Refusals: emailTaken, overloaded.</summary>
    [Alias("Take")]
    Task<Result<LoginAnswer>> Take(Guid userId, string password);

    /// <summary>Refusals: invalidCredentials, rateLimited (this source guessed wrong too often), overloaded.</summary>
    [Alias("Check")]
    Task<Result<LoginAnswer>> Check(string password, Guid source);
}

[GenerateSerializer, Immutable, Alias("LoginAnswer")]
public sealed record LoginAnswer(Guid UserId);
