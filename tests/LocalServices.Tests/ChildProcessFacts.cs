using System.Globalization;
using Xunit;

namespace TaskList.LocalServices.Tests;

public sealed class ChildProcessFacts : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task OutputAndEnvironmentArriveAndTheExitCodeIsTold()
    {
        await using var child = Start("echo \"$GREETING\"; echo trouble >&2; exit 3", new() { ["GREETING"] = "hello" });

        await child.Exited.WaitAsync(Patience);

        Assert.False(child.IsRunning);
        Assert.Equal(3, child.ExitCode);
        Assert.Equal("hello\ntrouble\n", await File.ReadAllTextAsync(child.Command.LogFile));
    }

    [Fact]
    public async Task SigtermIsEnoughForAWillingChild()
    {
        await using var child = Start("exec sleep 1000");

        Assert.True(await child.StopAsync(Patience));
        Assert.False(child.Identity.IsAlive);
    }

    [Fact]
    public async Task AnUnwillingChildIsKilledWithItsOwnChildren()
    {
        await using var child = Start("trap '' TERM; sleep 1000 & echo $!; while :; do wait; done");
        var grandchild = await FirstNumberAsync(child);

        Assert.False(await child.StopAsync(TimeSpan.FromMilliseconds(200)));
        Assert.False(child.IsRunning);
        Assert.True(await grandchild.WaitForEndAsync(Patience));
    }

    [Fact]
    public async Task AChildLeadsItsOwnProcessGroupSoThatCtrlCMissesIt()
    {
        await using var child = Start("ps -o pgid= -p $$");

        await child.Exited.WaitAsync(Patience);

        Assert.Equal($"{child.Pid}", (await File.ReadAllTextAsync(child.Command.LogFile)).Trim());
    }

    [Fact]
    public async Task AGuardedChildGetsSigtermWhenItsParentIsGone()
    {
        var child = Start("echo $$; exec sleep 1000", guarded: true);
        var identity = await FirstNumberAsync(child);

        // The kernel does just this to the pipe when the parent dies.
        child.CloseInput();

        Assert.True(await identity.WaitForEndAsync(Patience));
        await child.DisposeAsync();
    }

    [Fact]
    public void APortThatSomebodyListensOnIsNotFree()
    {
        var port = FreePort.Next();
        Assert.True(FreePort.IsFree(port));
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        listener.Start();
        Assert.False(FreePort.IsFree(port));
    }

    public void Dispose() => _folder.Dispose();

    ChildProcess Start(string script, Dictionary<string, string?>? environment = null, bool guarded = false) =>
        ChildProcess.Start(new ChildCommand("/bin/sh", ["-c", script], environment ?? [], _folder.File("child.log")) { EndWithParent = guarded });

    static async Task<ProcessIdentity> FirstNumberAsync(ChildProcess child)
    {
        var text = await LogText.WaitForAsync(child.Command.LogFile, "\n", child.Exited);
        return ProcessIdentity.Of(int.Parse(text.Split('\n')[0], CultureInfo.InvariantCulture))!;
    }
}
