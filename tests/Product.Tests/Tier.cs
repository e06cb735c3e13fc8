namespace TaskList.Product.Tests;

static class Tier
{
    /// <summary>Set by <c>./test --all</c>: the long forms of the facts that have one.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("TASKLIST_TEST_TIER") == "all";
}
