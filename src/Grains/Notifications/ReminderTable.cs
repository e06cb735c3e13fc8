using Npgsql;
using NpgsqlTypes;

namespace TaskList.Grains.Notifications;

/// <summary>Reminders that are to come and that were given, and who wants them when.</summary>
sealed class ReminderTable(NpgsqlDataSource postgres)
{
    /// <summary>What could not be told within this time after it was due is no longer told.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Takes up tasks that were just written into <c>search_task</c>, in the same transaction. What was overdue already when it was written is left alone.</summary>
    /// <param name="since">When the oldest of the changes was made; null: now.</param>
    public static async Task Add(NpgsqlConnection connection, Guid listId, Guid[] taskIds, DateTime? since)
    {
        await using var command = new NpgsqlCommand("""
            INSERT INTO reminder (list_id, task_id, user_id, due_at)
            SELECT t.list_id, t.task_id, u.user_id, t.due_at
            FROM search_task t CROSS JOIN LATERAL (SELECT DISTINCT unnest(t.assignee_ids || t.watcher_ids) AS user_id) u
            WHERE t.list_id = $1 AND t.task_id = ANY($2) AND t.due_at > coalesce($3, now())
            ON CONFLICT DO NOTHING
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = taskIds });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)since ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync();
    }

    public async Task Choose(Guid userId, TimeSpan? lead)
    {
        await using var command = postgres.CreateCommand(lead == ReminderChoice.UsualLead
            ? "DELETE FROM reminder_choice WHERE user_id = $1"
            : "INSERT INTO reminder_choice (user_id, lead) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET lead = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        if (lead != ReminderChoice.UsualLead) command.Parameters.Add(new NpgsqlParameter { Value = (object?)lead ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Interval });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What is to be told by now, earliest first. Choices are looked up here and not copied into rows, so a new one counts at once.</summary>
    public async Task<List<DueTask>> Due(DateTime now, int limit, CancellationToken stop)
    {
        await using var command = postgres.CreateCommand("""
            SELECT r.list_id, r.task_id, r.due_at, array_agg(r.user_id)
            FROM reminder r LEFT JOIN reminder_choice c USING (user_id)
            WHERE r.told_at IS NULL AND r.due_at > $1 AND r.due_at <= $2
                AND r.due_at - CASE WHEN c.user_id IS NULL THEN $3 ELSE c.lead END <= $4
            GROUP BY r.due_at, r.list_id, r.task_id ORDER BY r.due_at LIMIT $5
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now - Patience });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now + ReminderChoice.LongestLead });
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = ReminderChoice.UsualLead });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        List<DueTask> due = [];
        await using var row = await command.ExecuteReaderAsync(stop);
        while (await row.ReadAsync(stop)) due.Add(new DueTask(row.GetGuid(0), row.GetGuid(1), row.GetDateTime(2), row.GetFieldValue<Guid[]>(3)));
        return due;
    }

    public Task Told(DueTask task, Guid userId, DateTime at) => Settle("UPDATE reminder SET told_at = $5", task, userId, at);

    /// <summary>Nobody is to be told after all. Whatever brings the task back to this due time writes the row anew.</summary>
    public Task Drop(DueTask task, Guid userId) => Settle("DELETE FROM reminder", task, userId, null);

    public async Task Sweep(DateTime now)
    {
        await using var command = postgres.CreateCommand("""
            DELETE FROM reminder WHERE ctid = ANY(ARRAY(SELECT ctid FROM reminder WHERE due_at < $1 LIMIT 10000))
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now - Kept });
        await command.ExecuteNonQueryAsync();
    }

    async Task Settle(string verb, DueTask task, Guid userId, DateTime? at)
    {
        await using var command = postgres.CreateCommand($"{verb} WHERE list_id = $1 AND task_id = $2 AND user_id = $3 AND due_at = $4");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = task.ListId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = task.TaskId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = task.DueAt });
        if (at is { } time) command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time });
        await command.ExecuteNonQueryAsync();
    }
}
