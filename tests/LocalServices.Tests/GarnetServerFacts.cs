using System.Net.Sockets;
using Xunit;

namespace TaskList.LocalServices.Tests;

public sealed class GarnetServerFacts
{
    [Fact]
    public async Task AnswersWithLuaAndLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        var garnet = await GarnetServer.StartAsync(folder.Path);

        Assert.Equal(":7\r\n", await AskAsync(garnet.Port, "*3\r\n$4\r\nEVAL\r\n$8\r\nreturn 7\r\n$1\r\n0\r\n"));

        await garnet.DisposeAsync();
        Assert.False(garnet.Process.Identity.IsAlive);
        Assert.True(FreePort.IsFree(garnet.Port));
    }

    static async Task<string> AskAsync(int port, string command)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, limit.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(command), limit.Token);
        var answer = new byte[64];
        var length = await stream.ReadAsync(answer, limit.Token);
        return System.Text.Encoding.ASCII.GetString(answer, 0, length);
    }
}
