namespace TaskList.Grains.Auth;

public sealed record WrongGuesses(Guid Source, int Count, DateTime At);
