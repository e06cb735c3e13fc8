namespace TaskList.LocalServices;

/// <summary>Which of the product's programs a process runs.</summary>
public enum HostRole
{
    /// <summary>Holds grains.</summary>
    Silo,

    /// <summary>Serves browsers.</summary>
    Gateway,

    /// <summary>Both in one process.</summary>
    Standalone,
}
