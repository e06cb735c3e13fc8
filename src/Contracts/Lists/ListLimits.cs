namespace TaskList.Contracts.Lists;

/// <summary>Bounds of one list. Lengths count UTF-16 units, sizes bytes.</summary>
public static class ListLimits
{
    public const int Title = 1_024;
    public const int Text = 32_768;
    public const int Name = 256;
    public const int Labels = 200;
    public const int Sections = 100;
    public const int Tasks = 20_000;
    public const int Members = 1_000;
    public const int ChecklistItems = 200;

    /// <summary>Assignees of one task; the protocol names no bound, and a card shows a handful.</summary>
    public const int Assignees = 50;

    /// <summary>Comments of one task, so that one task cannot grow a snapshot without end.</summary>
    public const int Comments = 2_000;

    /// <summary>Members named in one comment.</summary>
    public const int Mentions = 20;

    /// <summary>Tasks above each other, the topmost counted.</summary>
    public const int Levels = 8;

    /// <summary>The largest limit a section may show.</summary>
    public const int SectionLimit = 1_000;

    public const int DaysToRestore = 30;

    public const int BatchCommands = 500;
    public const int PendingIds = 200;
    public const int ChangesPerAnswer = 500;
    public const int HistoryEntries = 200;
    public const int CatchUpChanges = 2_000;
    public const int CatchUpBytes = 1 << 20;
    public const int InlineSnapshotBytes = 256 << 10;
    public const int HubMessageBytes = 256 << 10;
    public const int RequestBytes = 1 << 20;
    public const long ImportBytes = 64L << 20;
}
