namespace TaskList.LoadGenerator;

/// <summary>Who is asked.</summary>
public enum LoadTarget
{
    /// <summary>TaskList itself.</summary>
    Product,

    /// <summary>A bare SignalR hub: no grains, no database.</summary>
    Raw,

    /// <summary>A Socket.IO server.</summary>
    SocketIo,
}

/// <summary>What is done.</summary>
public enum LoadShape
{
    /// <summary>Writers edit titles, viewers look on.</summary>
    Edits,

    /// <summary>One-row inserts straight into Postgres.</summary>
    Commits,

    /// <summary>A whole board is loaded again and again.</summary>
    Loads,

    /// <summary>Connections that do nothing, and the server's memory.</summary>
    Hold,

    /// <summary>A crowd is lost and comes back, beside a writer who stays.</summary>
    Storm,
}

/// <summary>A list to work on.</summary>
/// <param name="ListId">Its id.</param>
/// <param name="TaskIds">Tasks whose titles are edited; writer n takes the n-th, round and round.</param>
/// <param name="Token">Access token of a member; null where nobody signs in.</param>
public sealed record LoadList(Guid ListId, Guid[] TaskIds, string? Token);

/// <summary>One row of a table, once.</summary>
public sealed record LoadJob
{
    public required LoadShape Shape { get; init; }

    public LoadTarget Target { get; init; }

    /// <summary>HTTP address without a slash at the end.</summary>
    public string Url { get; init; } = "";

    /// <summary>Where a list's viewers connect, by turns; none: where its writers do.</summary>
    public string[] ViewUrls { get; init; } = [];

    /// <summary>For <see cref="LoadShape.Commits"/>.</summary>
    public string Postgres { get; init; } = "";

    public LoadList[] Lists { get; init; } = [];

    /// <summary>Writers on each list, or connections to Postgres.</summary>
    public int Writers { get; init; } = 1;

    /// <summary>Viewers of each list.</summary>
    public int Viewers { get; init; }

    /// <summary>Edits a second and writer; null: the next one on the answer.</summary>
    public double? Rate { get; init; }

    /// <summary>All writers edit the first task.</summary>
    public bool OneTask { get; init; }

    /// <summary>For <see cref="LoadShape.Storm"/>: the crowd is cut off when the measuring begins.</summary>
    public bool Lost { get; init; }

    /// <summary>Processes whose CPU is counted while it is measured, by name; each with its children.</summary>
    public Dictionary<string, int> Processes { get; init; } = [];

    public int WarmUpMs { get; init; } = 1_000;

    public int MeasureMs { get; init; } = 4_000;
}

/// <summary>Percentiles in milliseconds.</summary>
public sealed record LatencyRow(double P50, double P95, double P99, double Max, int Count);

/// <summary>What came of a job.</summary>
public sealed record LoadResult
{
    public double EditsPerSecond { get; init; }

    public LatencyRow? Answer { get; init; }

    /// <summary>From sending to a viewer's screen; in a storm from the cut to the answer of the new open.</summary>
    public LatencyRow? See { get; init; }

    public long Accepted { get; init; }

    /// <summary>Accepted edits that were found again in the log with their version and text.</summary>
    public long ReadBack { get; init; }

    public long Deliveries { get; init; }

    /// <summary>The product's reads of its log for those who open lists; null where they were not counted.</summary>
    public long? LogReads { get; init; }

    /// <summary>Bytes of one load, as they came over the wire.</summary>
    public long Bytes { get; init; }

    /// <summary>CPU seconds while it was measured, by process.</summary>
    public Dictionary<string, double> Cpu { get; init; } = [];

    /// <summary>Length of the measured part, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Anything here fails the run.</summary>
    public string[] Faults { get; init; } = [];
}
