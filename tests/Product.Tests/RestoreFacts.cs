using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Npgsql;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>The rehearsal of a restore, by the scripts of ops/backup, with everything behind it: backup, archived log, loss of the disk, a moment in the past.</summary>
public sealed class RestoreFacts
{
    [Fact]
    public async Task ClientsAheadOfARestoredPastAreToldAndTheirCommandsCountOnce()
    {
        if (ArchivedPostgres.Programs is null) Assert.Skip("PostgreSQL's own programs (15 or newer) are not installed.");
        using var folder = new TestFolder();
        await using var postgres = await ArchivedPostgres.StartTemporaryAsync();
        var options = new ProductClusterOptions { Folder = folder.Path, Silos = 0, Gateways = 0, Postgres = postgres.ConnectionString };
        await using var product = await ProductCluster.StartAsync(options);
        var host = product.Hosts[0];
        await using var owner = await Caller.SignUp(host.Url);
        var listId = await owner.NewList();

        List<(string Command, long Version)> said = [];
        await Say(5);
        var backup = await postgres.BackUpAsync();
        await Say(5);
        var moment = await Clock(postgres.ConnectionString);
        await Say(5);
        await postgres.ArchiveAsync();
        var before = await Open(null);
        await postgres.LoseEverythingAsync();

        // A moment that the archive does not reach is no success, nor waited for.
        var beyond = await Assert.ThrowsAsync<LocalServiceException>(() => postgres.RehearseAsync(backup, "2199-01-01 00:00:00+00"));
        Assert.Contains("recovery ended before configured recovery target was reached", beyond.Message, StringComparison.Ordinal);

        // Nobody stopped the silo: it finds another history and ends, for whoever watches over it to start it anew.
        var report = await postgres.RestoreAsync(backup, moment);
        await host.Process!.Exited.WaitAsync(TimeSpan.FromSeconds(60));
        await host.StartAsync();

        Assert.Contains(" lists, 0 of them", report, StringComparison.Ordinal);
        var after = await Open(before);
        Assert.NotEqual(before["historyId"]!.GetValue<string>(), after["historyId"]!.GetValue<string>());
        Assert.NotNull(after["snapshot"]);
        Assert.Equal(said[9].Version, after["version"]!.GetValue<long>());

        foreach (var (command, version) in said)
        {
            var (status, body) = await owner.Execute(listId, command);
            Assert.Equal(200, status);
            Assert.Equal(version, body["version"]!.GetValue<long>());
        }

        var log = await owner.Log(listId);
        Assert.Equal(said.Count, log.Count(change => change["events"]![0]!["type"]!.GetValue<string>() == "taskAdded"));
        Assert.Equal(said.Count, log.Select(change => change["commandId"]!.GetValue<string>()).Distinct().Count() - 2);

        async Task Say(int commands)
        {
            for (var i = 0; i < commands; i++)
            {
                var command = Caller.AddTask(listId, Guid.NewGuid());
                var answer = await owner.Execute(listId, command);
                Assert.Equal(200, answer.Status);
                said.Add((command, answer.Body["version"]!.GetValue<long>()));
            }
        }

        async Task<JsonNode> Open(JsonNode? known)
        {
            await using var hub = await owner.Connect(host.Url);
            return await hub.InvokeAsync<JsonNode>("Open", new { listId, historyId = known?["historyId"], afterVersion = known?["version"] });
        }
    }

    static async Task<string> Clock(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var ask = source.CreateCommand("SELECT clock_timestamp()::text");
        return (string)(await ask.ExecuteScalarAsync())!;
    }
}
