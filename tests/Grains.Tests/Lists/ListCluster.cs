using System.Text.Json;
using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Two clusters that know nothing of each other on one database: what a split brain looks like to a list.</summary>
public sealed class ListCluster(TestPostgres server) : IAsyncLifetime
{
    internal string ConnectionString { get; private set; } = "";

    internal NpgsqlDataSource Postgres { get; private set; } = null!;

    internal InProcessTestCluster First { get; private set; } = null!;

    internal InProcessTestCluster Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await server.CreateDatabase();
        Postgres = NpgsqlDataSource.Create(ConnectionString);
        First = await ListSilo.Deploy(Postgres);
        Second = await ListSilo.Deploy(Postgres);
    }

    internal IListGrain List(Guid listId) => First.Client.GetGrain<IListGrain>(listId);

    internal IListGrain SameListElsewhere(Guid listId) => Second.Client.GetGrain<IListGrain>(listId);

    internal static RawJson Command(object fields) => new(JsonSerializer.SerializeToUtf8Bytes(fields));

    /// <summary>A new list with one section; its id is also the section's.</summary>
    internal async Task<Guid> NewList(Guid owner)
    {
        var listId = Guid.NewGuid();
        Assert.True((await List(listId).Create(owner, "List", [])).Ok);
        var added = await List(listId).Execute(owner, Command(new { commandId = Guid.NewGuid(), type = "addSection", sectionId = listId, name = "Section" }), null);
        Assert.True(added.Accepted);
        return listId;
    }

    internal static RawJson AddTask(Guid listId, Guid commandId, Guid taskId) => Command(new { commandId, type = "addTask", taskId, sectionId = listId, title = "Task" });

    /// <summary>Every row of a list's log, checked to be gap-free and unbroken.</summary>
    internal async Task<IReadOnlyList<LogRow>> Log(Guid listId)
    {
        var rows = await new ListLog(Postgres).Range(listId, 0, long.MaxValue, 100_000, int.MaxValue);
        var chain = LogRow.ChainStart;
        for (var i = 0; i < rows.Count; i++)
        {
            Assert.Equal(i + 1, rows[i].Version);
            chain = LogRow.Chain(chain, rows[i].CommandHash, rows[i].Conflicts, rows[i].Change);
            Assert.Equal(chain, rows[i].ChainHash);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
