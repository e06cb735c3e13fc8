namespace TaskList.Contracts.Auth;

/// <summary>One e-mail address, keyed by its blind index: a single writer, so two registrations cannot race.</summary>
[Alias("ILoginGrain")]
public interface ILoginGrain : IGrainWithGuidKey
{
    /// <summary>Takes the address for a new user; refused with emailTaken.</summary>
    [Alias("Take")]
    Task<Result<LoginAnswer>> Take(Guid userId, string password);

    [Alias("Check")]
    Task<Result<LoginAnswer>> Check(string password);
}

[GenerateSerializer, Immutable, Alias("LoginAnswer")]
public sealed record LoginAnswer(Guid UserId);
