namespace TaskList.LoadGenerator.History;

/// <summary>A random history of a running product.</summary>
public sealed record HistoryOptions
{
    /// <summary>One address for each gateway; clients take them in turns.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Where the log is read from at the end.</summary>
    public required string Postgres { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>How long commands are sent; what the nemesis takes comes on top.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Commands that must be accepted on each side of the nemesis: a busy machine gets up to a minute more to do as much.</summary>
    public int Enough { get; init; }

    public int Lists { get; init; } = 2;

    /// <summary>Editors beside the owner and the guest, members of every list.</summary>
    public int Editors { get; init; } = 3;

    /// <summary>The addresses lead over lines that lose, double and swap messages.</summary>
    public bool BadLines { get; init; }

    /// <summary>Longest pause of an editor between two commands.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromMilliseconds(8);

    /// <summary>Each editor works on one list, so that what one list suffers does not hold up the others' editors.</summary>
    public bool ListEach { get; init; }

    /// <summary>A client whose gateway does not answer goes to the next address; else it stays with its own.</summary>
    public bool Roam { get; init; }

    /// <summary>What is done to the product meanwhile; it says what by the action it is given. Null: nothing.</summary>
    public Func<Action<string>, Task>? Nemesis { get; init; }
}
