using Npgsql;
using NpgsqlTypes;
using TaskList.Contracts.Search;
using TaskList.Grains.Lists;

namespace TaskList.Grains.Search;

/// <summary>Reads the search tables for one user.</summary>
sealed class SearchQueries(NpgsqlDataSource postgres, Replica replica)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>
    /// The lists that the user may read now. The tables follow the log, and somebody may just have been removed: where the log of a list goes on beyond its rows
    /// and this user's removal or the list's deletion is in that part, or it is too long to look, the list is left out until its rows have caught up. All in the
    /// snapshot of one statement, so what was committed before counts. The bytes cannot stand in a text: there, quotation marks are escaped. A scalar subquery,
    /// so that the planner makes no scan of it.
    /// </summary>
    const string Readable = """
        readable AS MATERIALIZED (
            SELECT l.list_id, l.name, l.key, l.archived_at FROM search_member m JOIN search_list l USING (list_id)
            WHERE m.user_id = $1 AND l.deleted_at IS NULL AND (
                SELECT 1 FROM list_log g WHERE g.list_id = l.list_id AND g.version > l.version
                    AND (g.version > l.version + 10000
                        OR position(convert_to('"type":"memberRemoved","userId":"' || $1 || '"', 'UTF8') IN g.change) > 0
                        OR position('"type":"listDeleted"'::bytea IN g.change) > 0)
                LIMIT 1) IS NULL
        )
        """;

    const string Found = $"""
        WITH {Readable},
        wanted AS (
            SELECT websearch_to_tsquery('russian', $2) || (websearch_to_tsquery('russian', $3) && (to_tsquery('simple', $4) || to_tsquery('russian', $4))) AS words
        ),
        matches AS (
            SELECT t.list_id, t.task_id, ts_rank(t.words, w.words) AS rank FROM wanted w JOIN search_task t ON t.words @@ w.words JOIN readable USING (list_id)
            UNION
            SELECT t.list_id, t.task_id, 2.0::real FROM readable l JOIN search_task t USING (list_id)
            WHERE t.number = $5 AND ($6::text IS NULL OR l.key = $6)
        ),
        ranked AS (SELECT list_id, task_id, max(rank) AS rank FROM matches GROUP BY list_id, task_id),
        page AS (
            SELECT * FROM ranked WHERE $7::real IS NULL OR (rank, task_id, list_id) < ($7, $8, $9)
            ORDER BY rank DESC, task_id DESC, list_id DESC LIMIT $10
        )
        SELECT t.list_id, l.name, l.key, l.archived_at, t.task_id, t.number, t.title,
            ts_headline('russian', nullif(left(concat_ws(' · ', t.description, t.checklist, t.comments), 8000), ''), (SELECT words FROM wanted),
                'StartSel="", StopSel="", MaxWords=24, MinWords=8, ShortWord=0, MaxFragments=1'),
            t.due_at, t.completed_at, p.rank
        FROM page p JOIN search_task t USING (list_id, task_id) JOIN readable l USING (list_id)
        ORDER BY p.rank DESC, t.task_id DESC, t.list_id DESC
        """;

    const string Mine = $"""
        WITH {Readable}
        SELECT t.list_id, l.name, l.key, t.task_id, t.section_id, t.number, t.title, t.priority, t.start_at, t.due_at, t.time_zone, t.completed_at, t.assignee_ids, t.label_ids
        FROM readable l JOIN search_task t USING (list_id)
        WHERE l.archived_at IS NULL
            AND (t.assignee_ids @> ARRAY[$1] OR NOT $2 AND t.due_at IS NOT NULL)
            AND ($3::timestamptz IS NULL OR t.due_at <= $3)
            AND ($4 OR t.completed_at IS NULL)
            AND ($6::uuid IS NULL OR (coalesce(t.due_at, 'infinity'), t.task_id, t.list_id) > (coalesce($5::timestamptz, 'infinity'), $6, $7))
        ORDER BY coalesce(t.due_at, 'infinity'), t.task_id, t.list_id LIMIT $8
        """;

    const string StillReadable = $"WITH {Readable} SELECT count(*) FROM readable WHERE list_id = ANY($2)";

    /// <summary>One more than the limit where there are more.</summary>
    public Task<List<(FoundTask Task, float Rank)>> Find(Guid userId, SearchText text, int limit, (float Rank, Guid TaskId, Guid ListId)? after) =>
        Read(userId, source => Find(source, userId, text, limit, after), found => found.Task.ListId);

    /// <summary>One more than the limit where there are more.</summary>
    public Task<List<MyTask>> MyTasks(Guid userId, MyTasksRequest request, (DateTime? At, Guid TaskId, Guid ListId)? after) =>
        Read(userId, source => MyTasks(source, userId, request, after), task => task.ListId);

    /// <summary>What a replica does not know yet may be late, but not a removal: the primary is asked whether all that was found may still be read.</summary>
    async Task<List<T>> Read<T>(Guid userId, Func<NpgsqlDataSource, Task<List<T>>> read, Func<T, Guid> listOf)
    {
        if (await replica.TryRead(read) is not { } rows) return await read(postgres);
        Guid[] lists = [.. rows.Select(listOf).Distinct()];
        if (lists.Length == 0) return rows;

        await using var timed = await TimedConnection.Open(postgres, Limit);
        await using var command = timed.Command(StillReadable);
        Add(command, NpgsqlDbType.Uuid, userId);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = lists });
        return await command.ExecuteScalarAsync() is long still && still == lists.Length ? rows : await read(postgres);
    }

    static async Task<List<(FoundTask Task, float Rank)>> Find(NpgsqlDataSource source, Guid userId, SearchText text, int limit, (float Rank, Guid TaskId, Guid ListId)? after)
    {
        await using var timed = await TimedConnection.Open(source, Limit);
        await using var command = timed.Command(Found);
        Add(command, NpgsqlDbType.Uuid, userId);
        Add(command, NpgsqlDbType.Text, text.Whole, text.Head, text.LastWord is { } word ? $"{word}:*" : "");
        Add(command, NpgsqlDbType.Integer, text.Number);
        Add(command, NpgsqlDbType.Text, text.Key);
        Add(command, NpgsqlDbType.Real, after?.Rank);
        Add(command, NpgsqlDbType.Uuid, after?.TaskId, after?.ListId);
        Add(command, NpgsqlDbType.Integer, limit + 1);

        List<(FoundTask, float)> found = [];
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var task = new FoundTask(
                row.GetGuid(0), row.GetString(1), Text(row, 2), Time(row, 3), row.GetGuid(4), row.GetInt32(5), row.GetString(6), Text(row, 7), Time(row, 8), Time(row, 9));
            found.Add((task, row.GetFloat(10)));
        }

        return found;
    }

    static async Task<List<MyTask>> MyTasks(NpgsqlDataSource source, Guid userId, MyTasksRequest request, (DateTime? At, Guid TaskId, Guid ListId)? after)
    {
        await using var timed = await TimedConnection.Open(source, Limit);
        await using var command = timed.Command(Mine);
        Add(command, NpgsqlDbType.Uuid, userId);
        Add(command, NpgsqlDbType.Boolean, request.AssignedOnly);
        Add(command, NpgsqlDbType.TimestampTz, request.Due);
        Add(command, NpgsqlDbType.Boolean, request.IncludeCompleted);
        Add(command, NpgsqlDbType.TimestampTz, after?.At);
        Add(command, NpgsqlDbType.Uuid, after?.TaskId, after?.ListId);
        Add(command, NpgsqlDbType.Integer, request.Limit + 1);

        List<MyTask> tasks = [];
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            tasks.Add(new MyTask(
                row.GetGuid(0), row.GetString(1), Text(row, 2), row.GetGuid(3), row.GetGuid(4), row.GetInt32(5), row.GetString(6),
                row.IsDBNull(7) ? null : row.GetInt32(7), Time(row, 8), Time(row, 9), Text(row, 10), Time(row, 11),
                row.GetFieldValue<Guid[]>(12), row.GetFieldValue<Guid[]>(13)));
        }

        return tasks;
    }

    static void Add(NpgsqlCommand command, NpgsqlDbType type, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }

    static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static DateTime? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDateTime(column);
}
