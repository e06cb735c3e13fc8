using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Xunit;

namespace TaskList.LocalServices.Tests;

/// <summary>The program behind ./run, driven as a process.</summary>
public sealed class LauncherFacts : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("--bogus", "1")]
    [InlineData("--port")]
    [InlineData("--port", "0")]
    [InlineData("--port", "65536")]
    [InlineData("--silos", "-1")]
    [InlineData("--limits", "maybe")]
    public Task AWrongOptionIsRefusedWithTheUsage(params string[] options) => RefusesAsync("Usage: ./run", options);

    [Fact]
    public async Task APortInUseIsNamed()
    {
        var port = FreePort.Next();
        using var other = new TcpListener(IPAddress.Loopback, port);
        other.Start();

        await RefusesAsync($"Port {port} is in use", "--port", $"{port}", "--data", _folder.File("data"));
        await RefusesAsync($"Port {port} is in use", "--port", $"{port - 1}", "--gateways", "2", "--data", _folder.File("data"));
    }

    [Fact]
    public async Task ADataFolderOfAnotherVersionIsLeftAlone()
    {
        await File.WriteAllTextAsync(_folder.File("version"), "999\n");

        await RefusesAsync("version 999", "--port", $"{FreePort.Next()}", "--data", _folder.Path);

        Assert.Equal(["version"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task AFolderThatIsNotOursIsLeftAlone()
    {
        await File.WriteAllTextAsync(_folder.File("letter.txt"), "dear");

        await RefusesAsync("not a data folder of TaskList", "--port", $"{FreePort.Next()}", "--data", _folder.Path);

        Assert.Equal(["letter.txt"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task ADataFolderServesOneProductAtATimeAndIsTakenOverFromAKilledOne()
    {
        await using var first = Start("first.log");
        await ReadyAsync(first);
        var postgres = PidOf("postgres");

        await RefusesAsync("is in use by another TaskList", "--port", $"{FreePort.Next()}", "--data", _folder.File("data"));
        await first.KillAsync();
        Assert.True(postgres.IsAlive);

        await using var second = Start("second.log");
        await ReadyAsync(second);
        Assert.Equal(postgres.Pid, PidOf("postgres").Pid);

        Assert.True(await second.StopAsync(Patience));
        Assert.Equal(0, second.ExitCode);
        Assert.False(postgres.IsAlive);
        Assert.False(File.Exists(_folder.File("data/processes.json")));
    }

    public void Dispose() => _folder.Dispose();

    static async Task RefusesAsync(string reason, params string[] options)
    {
        var run = await ToolRun.RunAsync(["dotnet", ProductBinaries.Launcher, .. options], Patience);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.TrimEnd().Split('\n'));
    }

    ChildProcess Start(string log) => ChildProcess.Start(new ChildCommand(
        "dotnet",
        [ProductBinaries.Launcher, "--port", $"{FreePort.Next()}", "--data", _folder.File("data")],
        new Dictionary<string, string?> { ["ConnectionStrings__Postgres"] = null },
        _folder.File(log)));

    static async Task ReadyAsync(ChildProcess launcher)
    {
        var port = launcher.Command.Arguments[2];
        var text = await LogText.WaitForAsync(launcher.Command.LogFile, "is ready", launcher.Exited);
        Assert.Contains($"\nTaskList is ready: http://127.0.0.1:{port}\n", text, StringComparison.Ordinal);
    }

    ProcessIdentity PidOf(string name)
    {
        var file = _folder.File("data/processes.json");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        using var list = JsonDocument.Parse(File.ReadAllBytes(file));
        var entry = list.RootElement.EnumerateArray().Single(process => process.GetProperty("name").GetString() == name);
        return ProcessIdentity.Of(entry.GetProperty("pid").GetInt32())!;
    }
}
