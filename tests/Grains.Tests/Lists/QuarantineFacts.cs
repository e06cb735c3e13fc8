using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using TaskList.Silo.Operations;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Rows and snapshots that somebody has laid hands on. It costs that list only, it shows, and it can be mended.</summary>
public sealed class QuarantineFacts(ListCluster cluster) : IClassFixture<ListCluster>
{
    static readonly Guid Owner = Guid.NewGuid();

    async Task<Guid> ListWith(int renames)
    {
        var listId = await cluster.NewList(Owner);
        RawJson[] many = [.. Enumerable.Range(0, renames).Select(i => ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = $"n{i}" }))];
        Assert.All(await cluster.List(listId).ExecuteBatch(Owner, many), answer => Assert.True(answer.Accepted));
        return listId;
    }

    async Task Edit(string sql, Guid listId)
    {
        await cluster.First.DeactivateAsync(cluster.List(listId));
        await using var edit = cluster.Postgres.CreateCommand(sql);
        edit.Parameters.Add(new() { Value = listId });
        Assert.Equal(1, await edit.ExecuteNonQueryAsync());
    }

    Task<CommandAnswer> Write(Guid listId) => cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null);

    async Task<(int Code, string Text)> Run(params string[] args)
    {
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:Postgres"] = cluster.ConnectionString };
        using var output = new StringWriter();
        var code = await LogCommand.RunAsync(args, new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), output);
        return (code!.Value, output.ToString());
    }

    [Theory]
    [InlineData("UPDATE list_log SET change = 'nonsense'::bytea WHERE list_id = $1 AND version = 6")]
    [InlineData("UPDATE list_log SET change = convert_to(replace(convert_from(change, 'UTF8'), 'n3', 'n9'), 'UTF8') WHERE list_id = $1 AND version = 6")]
    [InlineData("UPDATE list_log SET format = 99 WHERE list_id = $1 AND version = 6")]
    [InlineData("UPDATE list_log SET actor_id = gen_random_uuid() WHERE list_id = $1 AND version = 6")]
    [InlineData("UPDATE list_log SET chain_hash = decode(repeat('00', 32), 'hex') WHERE list_id = $1 AND version = 6")]
    [InlineData("DELETE FROM list_log WHERE list_id = $1 AND version = 6")]
    public async Task RowThatDoesNotFitStopsItsListAndNoOther(string damage)
    {
        var (listId, other) = (await ListWith(8), await ListWith(1));
        await Edit(damage, listId);

        var refused = await Write(listId);
        Assert.Equal((Codes.ListQuarantined, true), (refused.Code, refused.Undecided));
        Assert.True((await Write(other)).Accepted);

        // It reads as it stood before; who has seen more is told to wait.
        Assert.Equal(5, (await cluster.List(listId).Snapshot(Owner, null)).Value!.Version);
        Assert.Equal(5, (await cluster.List(listId).Open(Owner, new OpenRequest(listId))).Value!.Version);
        var opened = (await cluster.List(listId).Open(Owner, new OpenRequest(listId))).Value!;
        Assert.Equal(Codes.ListQuarantined, (await cluster.List(listId).Open(Owner, new OpenRequest(listId, opened.HistoryId, 10))).Refusal!.Code);

        var (code, text) = await Run("verify", listId.ToString(), other.ToString());
        Assert.Equal(1, code);
        Assert.Contains($"{listId} version 6: the log does not fit", text, StringComparison.Ordinal);
        Assert.Contains("2 lists, 1 of them", text, StringComparison.Ordinal);
        Assert.Equal(1, (await Run("repair", listId.ToString())).Code);
    }

    [Fact]
    public async Task QuarantinedListIsCountedAsLongAsItIsInMemory()
    {
        var meter = cluster.First.GetSiloServiceProvider(cluster.First.Silos[0].SiloAddress).GetRequiredService<ListMetrics>().Meter;
        var counted = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter == meter && instrument.Name == "tasklist_quarantined_lists") listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, change, _, _) => Interlocked.Add(ref counted, change));
        listener.Start();

        var listId = await ListWith(8);
        await Edit("UPDATE list_log SET format = 99 WHERE list_id = $1 AND version = 6", listId);
        Assert.Equal(0, counted);
        for (var i = 0; i < 2; i++) Assert.Equal(Codes.ListQuarantined, (await Write(listId)).Code);
        Assert.Equal(1, counted);
        await cluster.First.DeactivateAsync(cluster.List(listId));
        Assert.Equal(0, counted);
    }

    [Fact]
    public async Task ChangeThatABackupStillHasCanBePutBackAndNothingElseCan()
    {
        var listId = await ListWith(8);
        var original = (await cluster.Log(listId))[5].Change;
        await Edit("UPDATE list_log SET change = 'nonsense'::bytea WHERE list_id = $1 AND version = 6", listId);
        Assert.Equal(Codes.ListQuarantined, (await Write(listId)).Code);

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "something else");
        Assert.Equal(1, (await Run("repair", listId.ToString(), "6", file)).Code);
        await File.WriteAllBytesAsync(file, original);
        Assert.Equal(0, (await Run("repair", listId.ToString(), "6", file)).Code);
        File.Delete(file);

        // The list looks again by itself after a while; a new activation looks at once.
        await cluster.First.DeactivateAsync(cluster.List(listId));
        Assert.True((await Write(listId)).Accepted);
        Assert.Equal(0, (await Run("verify", listId.ToString())).Code);
    }

    [Theory]
    [InlineData("UPDATE list_snapshot SET state = 'nonsense'::bytea WHERE list_id = $1")]
    [InlineData("UPDATE list_snapshot SET chain_hash = decode(repeat('00', 32), 'hex') WHERE list_id = $1")]
    public async Task SnapshotThatDoesNotFitCostsNothingButAReplay(string damage)
    {
        var listId = await ListWith(300);
        await Edit(damage, listId);
        Assert.Equal(1, (await Run("verify", listId.ToString())).Code);

        // The next change finds the last good snapshot far behind, so a new one takes the bad one's place.
        Assert.Equal(303, (await Write(listId)).Version);
        await cluster.First.DeactivateAsync(cluster.List(listId));
        Assert.Equal(0, (await Run("verify", listId.ToString())).Code);
    }

    [Fact]
    public async Task SnapshotThatReadsWellAndSaysSomethingElseIsFoundAndMadeAnew()
    {
        var listId = await ListWith(300);
        await Edit("UPDATE list_snapshot SET state = convert_to(regexp_replace(convert_from(state, 'UTF8'), '\"name\":\"n', '\"name\":\"x'), 'UTF8') WHERE list_id = $1", listId);
        Assert.Contains("the snapshot differs from the log", (await Run("verify", listId.ToString())).Text, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("repair", listId.ToString())).Code);
        Assert.Equal(0, (await Run("verify", listId.ToString())).Code);
    }

    /// <summary>An upgrade may keep more of the same log than the release before: such a snapshot is no fault, and no fault is made of it.</summary>
    [Fact]
    public async Task SnapshotOfAnotherReleasesFormatIsNeitherUsedNorComparedAndSoonReplaced()
    {
        var listId = await ListWith(0);
        for (var batch = 0; batch < 9; batch++)
        {
            RawJson[] many = [.. Enumerable.Range(0, 500).Select(i => ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = $"n{batch}.{i}" }))];
            Assert.All(await cluster.List(listId).ExecuteBatch(Owner, many), answer => Assert.True(answer.Accepted));
        }

        await Edit("UPDATE list_snapshot SET format = 1, state = convert_to(regexp_replace(convert_from(state, 'UTF8'), '\"name\":\"n', '\"name\":\"x'), 'UTF8') WHERE list_id = $1", listId);
        await using (var old = cluster.Postgres.CreateCommand("UPDATE list_milestone SET format = 1")) await old.ExecuteNonQueryAsync();
        var (code, text) = await Run("verify", listId.ToString());
        Assert.Equal(0, code);
        Assert.Contains("of another release's format", text, StringComparison.Ordinal);

        // More rows than an activation reads at once; the snapshot's words are not believed.
        var read = (await cluster.List(listId).Snapshot(Owner, null)).Value!;
        Assert.Equal(4_502, read.Version);
        Assert.Contains("n8.499", System.Text.Encoding.UTF8.GetString(read.Snapshot!.Value.Utf8.Span), StringComparison.Ordinal);
        Assert.Equal(4_503, (await Write(listId)).Version);
        await cluster.First.DeactivateAsync(cluster.List(listId));
        await using (var kept = cluster.Postgres.CreateCommand("SELECT format FROM list_snapshot WHERE list_id = $1"))
        {
            kept.Parameters.Add(new() { Value = listId });
            Assert.Equal(StoredList.Format, await kept.ExecuteScalarAsync());
        }

        Assert.Equal(0, (await Run("repair", listId.ToString())).Code);
        (code, text) = await Run("verify", listId.ToString());
        Assert.Equal(0, code);
        Assert.DoesNotContain("format", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SnapshotAheadOfItsLogIsNotBelieved()
    {
        var listId = await ListWith(300);
        await Edit("DELETE FROM list_log WHERE list_id = $1 AND version = 302", listId);
        Assert.Contains("lies behind the end of the log", (await Run("verify", listId.ToString())).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await Write(listId)).Version);
        await cluster.Log(listId);
    }

    [Fact]
    public async Task WrongArgumentsDoNothing() => Assert.Equal(2, (await Run("repair", "everything")).Code);
}
