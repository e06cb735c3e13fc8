using Xunit;

namespace TaskList.Deployment.Tests;

public sealed class KubectlTests
{
    /// <summary>What the package of Debian 12 says of itself.</summary>
    [Fact]
    public void OneThatIsTooOldCountsAsNone() =>
        Assert.Equal("kubectl is 1.20, older than 1.24", Kubectl.Shortcoming("""{"clientVersion": {"major": "1", "minor": "20", "gitVersion": "v1.20.2", "gitTreeState": "archive"}}"""));

    [Fact]
    public void NewerOnesWillDo() =>
        Assert.Null(Kubectl.Shortcoming("""{"clientVersion": {"major": "1", "minor": "32+", "gitVersion": "v1.32.4-dispatcher"}, "kustomizeVersion": "v5.5.0"}"""));

    [Fact]
    public void OneThatSaysNothingCountsAsNone() => Assert.Equal("kubectl does not say its version", Kubectl.Shortcoming("command not found"));
}
