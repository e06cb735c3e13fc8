namespace TaskList.HistoryChecker;

/// <summary>What a line tells.</summary>
public enum LineKind
{
    /// <summary>A command leaves its client.</summary>
    Invoke,

    /// <summary>It was accepted at a version.</summary>
    Ok,

    /// <summary>It was refused for good.</summary>
    Fail,

    /// <summary>Nobody knows yet.</summary>
    Info,

    /// <summary>An invitation is being accepted: the change that adds this user may follow.</summary>
    Joining,

    /// <summary>A client asks to open a list; deliveries may come before the answer.</summary>
    Opening,

    /// <summary>The answer to that: a picture, or the changes after what the client had.</summary>
    Opened,

    /// <summary>Changes were delivered.</summary>
    Changed,

    /// <summary>The product said where the log's head is.</summary>
    Head,

    /// <summary>The product said that this list is closed to this client.</summary>
    AccessLost,

    /// <summary>The client closed the list, or its connection ended (no list).</summary>
    Closed,

    /// <summary>A REST read begins.</summary>
    Reading,

    /// <summary>… and is answered.</summary>
    Read,

    /// <summary>Something was done to the product.</summary>
    Nemesis,

    /// <summary>The product is left alone from here on, and no new command begins.</summary>
    Quiet,

    /// <summary>A row of the log, read from Postgres after everything else.</summary>
    Log,
}
