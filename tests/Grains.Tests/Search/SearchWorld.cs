using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NpgsqlTypes;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using TaskList.Grains.Notifications;
using TaskList.Grains.Search;
using TaskList.Grains.Tests.Lists;
using TaskList.Grains.Tests.Notifications;
using Xunit;

namespace TaskList.Grains.Tests.Search;

/// <summary>Search tables on a database of their own. A board's changes are put into its log, and a consumer is handed them when a test says so.</summary>
public sealed class SearchWorld(TestPostgres server) : IAsyncLifetime
{
    long _place;

    internal NpgsqlDataSource Postgres { get; private set; } = null!;

    internal SearchQueries Queries { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        Queries = new SearchQueries(Postgres, new Replica(Postgres, [], TimeProvider.System, NullLogger<Replica>.Instance));
    }

    internal SearchConsumer NewConsumer() =>
        new(NewHeads(), new SearchTables(Postgres), NullLogger<SearchConsumer>.Instance);

    internal ListHeads NewHeads() => new(new ListLog(Postgres), new Milestones(Postgres));

    /// <summary>The consumer is handed changes one by one, as its follower would.</summary>
    internal async Task HandOver(SearchConsumer consumer, params IEnumerable<ListChange> changes)
    {
        foreach (var change in changes)
        {
            var place = new LogCursor(1, Interlocked.Increment(ref _place));
            await consumer.Consume(new LoggedChange(place, change.ListId, change.Version, change.At, ListJson.Write(change)), CancellationToken.None);
        }
    }

    internal async Task Store(IReadOnlyList<ListChange> changes)
    {
        await using var insert = Postgres.CreateCommand("""
            INSERT INTO list_log (list_id, version, command_id, command_hash, at, chain_hash, format, change)
            SELECT $1, v, gen_random_uuid(), '', now(), '', 1, c FROM unnest($2, $3) AS r (v, c)
            """);
        insert.Parameters.Add(new NpgsqlParameter { Value = changes[0].ListId });
        insert.Parameters.Add(new NpgsqlParameter { Value = changes.Select(change => change.Version).ToArray() });
        insert.Parameters.Add(new NpgsqlParameter { Value = changes.Select(ListJson.Write).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>What is new on a board goes into the log and, where wanted, into the tables.</summary>
    internal async Task Follow(Board board, bool index = true)
    {
        var stored = await Postgres.Count("list_log", board.State.ListId);
        ListChange[] fresh = [.. board.Log.Skip((int)stored)];
        if (fresh.Length > 0) await Store(fresh);
        if (index) await HandOver(NewConsumer(), board.Log[^1]);
    }

    /// <summary>A list's rows, members and own row as text.</summary>
    internal async Task<string> Rows(Guid listId)
    {
        await using var read = Postgres.CreateCommand($"""
            SELECT 'list ' || version || ' ' || name || ' ' || (archived_at IS NOT NULL) || ' ' || (deleted_at IS NOT NULL) FROM search_list WHERE list_id = $1
            UNION ALL SELECT 'member ' || user_id FROM search_member WHERE list_id = $1
            UNION ALL SELECT 'task ' || (to_jsonb(r) - 'words' - 'list_id')::text FROM search_task r WHERE list_id = $1
            """);
        read.Parameters.Add(new NpgsqlParameter { Value = listId });
        return await Lines(read);
    }

    /// <summary>The same for a state, as it should be. Its tasks go through Postgres, too, so that both are written alike.</summary>
    internal async Task<string> Rows(ListState state)
    {
        TaskRow[] rows = [.. state.Sections.SelectMany(section => section.Tasks).Select(TaskRow.Of)];
        await using var read = Postgres.CreateCommand($"""
            SELECT $1 UNION ALL SELECT 'member ' || unnest($2) UNION ALL SELECT 'task ' || to_jsonb(r)::text FROM json_to_recordset($3) AS r ({TaskRow.TypedColumns})
            """);
        var list = $"list {state.Version} {state.Name} {Flag(state.Content.ArchivedAt)} {Flag(state.Content.DeletedAt)}";
        read.Parameters.Add(new NpgsqlParameter { Value = list });
        read.Parameters.Add(new NpgsqlParameter { Value = state.Members.Keys.ToArray() });
        read.Parameters.Add(new NpgsqlParameter
        {
            Value = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(rows, TaskRowJson.Context.TaskRowArray),
            NpgsqlDbType = NpgsqlDbType.Json,
        });
        return await Lines(read);
    }

    static string Flag(DateTime? at) => at is null ? "false" : "true";

    static async Task<string> Lines(NpgsqlCommand command)
    {
        List<string> lines = [];
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync()) lines.Add(row.GetString(0));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    public ValueTask DisposeAsync() => Postgres.DisposeAsync();
}
