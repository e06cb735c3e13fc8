namespace TaskList.Grains.Lists;

/// <summary>Section <c>Lists</c>: how lists keep themselves.</summary>
public sealed class ListSettings
{
    public const string Section = "Lists";

    /// <summary>Changes between two stored snapshots of a list, and one more for every eight tasks: a big list's snapshot costs more than replaying a longer tail. Default 2048.</summary>
    public int ChangesPerSnapshot { get; set; } = 2_048;

    internal bool AreSane => ChangesPerSnapshot > 0;
}
