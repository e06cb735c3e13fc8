using System.Security.Cryptography;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>The database's disk is full, and has room again.</summary>
public sealed class FullDiskFacts
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task EditsAreUndecidedWhileTheDiskIsFullAndGoOnByThemselves()
    {
        using var disk = SmallDisk.Mount(megabytes: 200);
        if (disk is null) Assert.Skip("Only root can mount a small disk.");
        using var folder = new TestFolder();
        var (data, log) = (Path.Combine(disk.Path, "data"), Path.Combine(folder.Path, "postgres.log"));
        await using var postgres = await EmbeddedPostgres.StartAsync(data, log);
        await using var product = await ProductCluster.StartAsync(new ProductClusterOptions
        {
            Folder = folder.Path,
            Silos = 0,
            Gateways = 0,
            Postgres = postgres.ConnectionString,
            Settings = new Dictionary<string, string?> { ["Limits"] = "off" },
        });
        await using var owner = await Caller.SignUp(product.Hosts[0].Url);
        var listId = await owner.NewList();

        disk.Fill();
        List<(Guid, long)> acknowledged = [];
        var (commandId, command, answer) = (Guid.Empty, "", (Status: 200, Body: (System.Text.Json.Nodes.JsonNode?)null));
        for (var tries = 0; answer.Status == 200 && tries < 2_000; tries++)
        {
            commandId = Guid.NewGuid();
            command = Caller.AddTask(listId, commandId, description: Convert.ToBase64String(RandomNumberGenerator.GetBytes(20_000)));
            answer = await owner.Execute(listId, command);
            if (answer.Status == 200) acknowledged.Add((commandId, answer.Body!["version"]!.GetValue<long>()));
        }

        Assert.Equal(503, answer.Status);
        Assert.True(answer.Body!["retryAfterMs"]!.GetValue<int>() > 0);
        Assert.Equal(200, (await owner.Send(HttpMethod.Get, $"/api/lists/{listId}")).Status);

        disk.MakeRoom();

        // Where it was the server's own log that found no room, the server may have ended over it.
        await using var again = postgres.Postmaster.IsAlive ? null : await EmbeddedPostgres.StartAsync(data, log);
        var late = await Retry.Until(() => owner.Execute(listId, command), a => a.Status == 200, Patience);
        acknowledged.Add((commandId, late.Body["version"]!.GetValue<long>()));
        CommandLoad.AssertInLog(acknowledged, await owner.Log(listId));
    }
}
