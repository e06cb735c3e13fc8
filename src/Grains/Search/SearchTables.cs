using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TaskList.Grains.Lists;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Search;

/// <summary>Writes the tables that searches read.</summary>
sealed class SearchTables(NpgsqlDataSource postgres)
{
    const int RowsAStatement = 500;
    const int BytesAStatement = 4 << 20;

    /// <summary>Seconds. A full list of long texts takes a few.</summary>
    const int TimeLimit = 25;

    /// <summary>What the rows of a list amount to; 0 where there are none of this format.</summary>
    public async Task<long> Version(Guid listId)
    {
        await using var command = postgres.CreateCommand("SELECT version FROM search_list WHERE list_id = $1 AND format = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = TaskRow.Format });
        return await command.ExecuteScalarAsync() is long version ? version : 0;
    }

    /// <summary>Brings a list's rows from a version to that of the state, all or nothing. False when they are no longer at that version.</summary>
    public async Task<bool> Write(ListState state, long from, TouchedTasks touched)
    {
        await using var connection = await postgres.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        // Not flushed by itself. The follower's cursor comes later in the same log, so it never stands without what it stands for.
        await using (var relaxed = new NpgsqlCommand("SET LOCAL synchronous_commit = off", connection)) await relaxed.ExecuteNonQueryAsync();
        if (!await Claim(connection, state, from)) return false;

        TaskItem[] tasks = [.. touched.In(state)];
        await Delete(connection, state.ListId, touched.All ? null : [.. tasks.Where(task => !task.IsLive).Select(task => task.TaskId)]);
        foreach (var page in Pages(tasks)) await Insert(connection, state.ListId, page);
        Guid[] dated = [.. tasks.Where(IsToBeReminded).Select(task => task.TaskId)];
        if (dated.Length > 0) await ReminderTable.Add(connection, state.ListId, dated, touched.Since);
        if (touched.Members) await SetMembers(connection, state);
        await transaction.CommitAsync();
        return true;
    }

    static bool IsToBeReminded(TaskItem task) =>
        task is { IsLive: true, Content: { DueAt: not null, CompletedAt: null } content } && (content.Assignees.Length > 0 || content.Watchers.Length > 0);

    static async Task<bool> Claim(NpgsqlConnection connection, ListState state, long from)
    {
        // From nothing: there is no row yet, or one of an older format, which an operator may also have given it.
        await using var command = Command(connection, """
            INSERT INTO search_list AS l (list_id, version, format, name, key, archived_at, deleted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (list_id) DO UPDATE SET version = $2, format = $3, name = $4, key = $5, archived_at = $6, deleted_at = $7
            WHERE l.version = $8 AND l.format = $3 OR $8 = 0 AND l.format < $3
            """, state.ListId);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = state.Version });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = TaskRow.Format });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = state.Name.Replace('\0', ' ') });
        command.Parameters.Add(Nullable(state.Content.Key, NpgsqlDbType.Text));
        command.Parameters.Add(Nullable(state.Content.ArchivedAt, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Nullable(state.Content.DeletedAt, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = from });
        return await command.ExecuteNonQueryAsync() == 1;
    }

    /// <param name="gone">Null for all of them.</param>
    static async Task Delete(NpgsqlConnection connection, Guid listId, Guid[]? gone)
    {
        if (gone is { Length: 0 }) return;
        await using var command = Command(connection, gone is null
            ? "DELETE FROM search_task WHERE list_id = $1"
            : "DELETE FROM search_task WHERE list_id = $1 AND task_id = ANY($2)", listId);
        if (gone is not null) command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = gone });
        await command.ExecuteNonQueryAsync();
    }

    static IEnumerable<byte[]> Pages(IEnumerable<TaskItem> tasks)
    {
        List<TaskRow> page = [];
        var bytes = 0;
        foreach (var row in tasks.Where(task => task.IsLive).Select(TaskRow.Of))
        {
            page.Add(row);
            bytes += 2 * (row.Title.Length + (row.Description?.Length ?? 0) + (row.Checklist?.Length ?? 0) + (row.Comments?.Length ?? 0));
            if (page.Count < RowsAStatement && bytes < BytesAStatement) continue;
            yield return Json(page);
            page.Clear();
            bytes = 0;
        }

        if (page.Count > 0) yield return Json(page);
    }

    static byte[] Json(List<TaskRow> page) => JsonSerializer.SerializeToUtf8Bytes([.. page], TaskRowJson.Context.TaskRowArray);

    static async Task Insert(NpgsqlConnection connection, Guid listId, byte[] rows)
    {
        await using var command = Command(connection, $"""
            INSERT INTO search_task (list_id, {TaskRow.Columns}) SELECT $1, {TaskRow.Columns} FROM json_to_recordset($2) AS r ({TaskRow.TypedColumns})
            ON CONFLICT (list_id, task_id) DO UPDATE SET ({TaskRow.Columns}) = (SELECT {Excluded})
            """, listId);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = rows, NpgsqlDbType = NpgsqlDbType.Json });
        await command.ExecuteNonQueryAsync();
    }

    static readonly string Excluded = string.Join(", ", TaskRow.Columns.Split(", ").Select(column => $"excluded.{column}"));

    static async Task SetMembers(NpgsqlConnection connection, ListState state)
    {
        await using var command = Command(connection, """
            WITH gone AS (DELETE FROM search_member WHERE list_id = $1 AND user_id <> ALL($2))
            INSERT INTO search_member (list_id, user_id) SELECT $1, unnest($2) ON CONFLICT DO NOTHING
            """, state.ListId);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. state.Members.Keys] });
        await command.ExecuteNonQueryAsync();
    }

    static NpgsqlCommand Command(NpgsqlConnection connection, string sql, Guid listId) =>
        new(sql, connection) { CommandTimeout = TimeLimit, Parameters = { new NpgsqlParameter<Guid> { TypedValue = listId } } };

    static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
