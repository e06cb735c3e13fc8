namespace TaskList.Gateway.Lists.Import;

/// <summary>A file is either an export of our own or a Trello board; which of the two shows in its format.</summary>
sealed record ImportedFile : TrelloBoard
{
    public const string OwnFormat = "tasklist.list";
    public const int OwnVersion = 1;

    public string? Format { get; init; }

    public int FormatVersion { get; init; }

    public OwnList? Snapshot { get; init; }

    public IReadOnlyList<OwnPerson> People { get; init; } = [];

    public bool IsOwn => Format == OwnFormat && FormatVersion == OwnVersion && Snapshot is not null;
}
