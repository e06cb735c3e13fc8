using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>Gateways come and go, freeze and die; the list and whoever is elsewhere do not notice.</summary>
[Collection(GatewayPairs.Name)]
public sealed class GatewayEndFacts(GatewayPair pair, ITestOutputHelper output)
{
    const int Edits = 50;

    [Fact]
    public async Task GatewayThatStopsSaysSoFirstAndTheOtherTakesItsBrowsers()
    {
        await using var owner = await Caller.SignUp(pair.First.Url);
        var listId = await owner.NewList();
        var told = new TaskCompletionSource<int>();
        using var browser = await LightSocket.Connect(pair.Second.Url, owner.Token);
        browser.Heard = (name, argument) =>
        {
            if (name == "Draining") told.TrySetResult(argument.GetProperty("retryAfterMs").GetInt32());
        };
        var opened = (await browser.Read().Call("Open", new { listId }))!;

        var stopped = pair.Second.StopAsync();
        Assert.InRange(await told.Task.WaitAsync(Ear.Patience), 1, 60_000);
        await browser.Reading.WaitAsync(Ear.Patience);

        // Who comes back at once is not taken in again: the process would wait for them half a minute.
        await Assert.ThrowsAnyAsync<Exception>(() => LightSocket.Connect(pair.Second.Url, owner.Token));
        await stopped;
        await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()));
        using var back = (await LightSocket.Connect(pair.First.Url, owner.Token)).Read();
        var resumed = await back.Call("Open", new { listId, historyId = opened["historyId"]!.GetValue<string>(), afterVersion = 2 });
        Assert.Equal(3, Assert.Single(resumed!["changes"]!.AsArray())!["version"]!.GetValue<int>());
        await pair.Second.StartAsync();
    }

    /// <summary>A frozen process is the worst of the dead: its sockets stay open and answer nothing.</summary>
    [Fact]
    public async Task FrozenGatewayHoldsUpNeitherAnswersNorOthers()
    {
        await using var owner = await Caller.SignUp(pair.First.Url);
        var listId = await owner.NewList();
        await using var here = new Follower(owner, listId, () => pair.First.Url);
        await using var there = new Follower(owner, listId, () => pair.Second.Url);
        await Task.WhenAll(here.Reaches(2), there.Reaches(2));

        await Signal("STOP");
        try
        {
            // One answer that waited for the frozen gateway would take 5 s.
            for (var i = 0; i < Edits; i++) Assert.Equal(200, (await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid())).WaitAsync(Ear.Patience)).Status);
            await here.Reaches(Edits + 2);
        }
        finally
        {
            await Signal("CONT");
        }

        await there.Reaches(Edits + 2);
        await Task.WhenAll(here.AssertSaw(await owner.Log(listId)), there.AssertSaw(await owner.Log(listId)));
    }

    /// <summary>Edits go on while the other gateway dies again and again; every follower sees the log.</summary>
    [Fact]
    public async Task NoGapThroughKilledGatewaysAndABadLine()
    {
        var kills = Tier.IsLong ? 100 : 2;
        await using var owner = await Caller.SignUp(pair.First.Url);
        var listId = await owner.NewList();
        await using var line = new BadLine(pair.First.Port, seed: 7);
        Follower[] followers =
        [
            new(owner, listId, () => pair.First.Url),
            new(owner, listId, () => pair.Second.Url),
            .. Enumerable.Range(0, 4).Select(_ => new Follower(owner, listId, () => line.Url)),
        ];
        using var stop = new CancellationTokenSource();
        var (calm, killing, killed) = (new List<TimeSpan>(), new List<TimeSpan>(), false);
        var load = CommandLoad.Run(owner, listId, TimeSpan.FromMilliseconds(20), stop.Token, took => (killed ? killing : calm).Add(took));
        await Task.Delay(kills * 50, CancellationToken.None);

        killed = true;
        for (var kill = 0; kill < kills; kill++)
        {
            await pair.Second.KillAsync();
            await pair.Second.StartAsync();
        }

        await stop.CancelAsync();
        var acknowledged = await load;
        output.WriteLine($"Answers on the other gateway: {Describe(calm)} before, {Describe(killing)} during {kills} kills.");
        line.Calm();
        var log = await owner.Log(listId);
        CommandLoad.AssertInLog(acknowledged, log);
        foreach (var follower in followers)
        {
            await follower.Reaches(log.Count);
            await follower.AssertSaw(log);
            await follower.DisposeAsync();
        }

        Assert.True(line.Cuts > kills, $"Only {line.Cuts} connections were cut.");
    }

    /// <summary>For a person to compare; the starts of gateways take the processor from everybody, so nothing is concluded from it here.</summary>
    static string Describe(List<TimeSpan> all)
    {
        if (all.Count == 0) return "none";
        TimeSpan[] sorted = [.. all.Order()];
        return string.Create(CultureInfo.InvariantCulture,
            $"{sorted.Length} (p50 {sorted[sorted.Length / 2].TotalMilliseconds:0.0} ms, p99 {sorted[sorted.Length * 99 / 100].TotalMilliseconds:0.0}, longest {sorted[^1].TotalMilliseconds:0.0})");
    }

    async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", pair.Second.Process!.Pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
