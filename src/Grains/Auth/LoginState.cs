namespace TaskList.Grains.Auth;

/// <summary>What is stored of one address: whose it is, its password's hash, and who guessed wrong.</summary>
public sealed class LoginState
{
    public Guid UserId { get; set; }

    /// <summary>PHC string, or null while the address is free.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Sources that guessed wrong, the latest last.</summary>
    public List<WrongGuesses> WrongBySource { get; set; } = [];

    /// <summary>Sources that signed in, the latest last.</summary>
    public List<Guid> KnownSources { get; set; } = [];

    /// <summary>Wrong guesses from all sources together; forgotten after a quiet hour.</summary>
    public int Wrong { get; set; }

    public DateTime WrongAt { get; set; }
}
