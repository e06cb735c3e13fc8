using Npgsql;
using NpgsqlTypes;

namespace TaskList.Grains.Webhooks;

/// <summary>The pumps' side of the table: what is to be sent, and what came of it. A step counts only where the webhook is as it was read.</summary>
sealed class WebhookQueue(NpgsqlDataSource postgres)
{
    /// <summary>Those whose list has a change after the last one that is done: versions have no gaps, so the next one is a look into an index.</summary>
    public async Task<List<DueWebhook>> Due(int partition, DateTime now, Guid[] butNot, int limit, CancellationToken stop)
    {
        await using var command = postgres.CreateCommand("""
            SELECT webhook_id, revision, list_id, owner_id, url, secret, events, version, failures FROM webhook w
            WHERE partition = $1 AND paused_at IS NULL AND next_try_at <= $2 AND webhook_id <> ALL($3)
                AND (SELECT 1 FROM list_log g WHERE g.list_id = w.list_id AND g.version = w.version + 1) IS NOT NULL
            ORDER BY next_try_at LIMIT $4
            """);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)partition });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = butNot });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        List<DueWebhook> due = [];
        await using var row = await command.ExecuteReaderAsync(stop);
        while (await row.ReadAsync(stop))
        {
            due.Add(new DueWebhook(
                row.GetGuid(0), row.GetInt32(1), row.GetGuid(2), row.GetGuid(3), new Uri(row.GetString(4)), row.GetFieldValue<byte[]>(5), row.GetFieldValue<string[]>(6),
                row.GetInt64(7), row.GetInt32(8)));
        }

        return due;
    }

    /// <param name="at">Null where the changes up to there were none that it wants.</param>
    public Task<bool> Done(DueWebhook read, long version, DateTime? at) => Step(
        "version = $4, failures = 0, last_error = NULL, delivered_at = coalesce($5, delivered_at)", read, Long(version), Time(at));

    public Task<bool> Failed(DueWebhook read, string error, DateTime nextTryAt) => Step(
        "failures = failures + 1, last_error = $4, next_try_at = $5", read, Text(error), Time(nextTryAt));

    /// <summary>Not the receiver's fault, so it does not count against it.</summary>
    public Task<bool> Postpone(DueWebhook read, DateTime nextTryAt) => Step("next_try_at = $4", read, Time(nextTryAt));

    public Task<bool> Pause(DueWebhook read, string reason, DateTime at, string? error = null) => Step(
        "paused_reason = $4, paused_at = $5, last_error = coalesce($6, last_error)", read, Text(reason), Time(at), Text(error));

    /// <summary>False when it is not as it was read: changed, gone, or another pump is at it, too.</summary>
    async Task<bool> Step(string set, DueWebhook read, params NpgsqlParameter[] values)
    {
        await using var command = postgres.CreateCommand($"UPDATE webhook SET {set} WHERE webhook_id = $1 AND revision = $2 AND version = $3 AND paused_at IS NULL");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = read.WebhookId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = read.Revision });
        command.Parameters.Add(Long(read.Version));
        foreach (var value in values) command.Parameters.Add(value);
        return await command.ExecuteNonQueryAsync() == 1;
    }

    static NpgsqlParameter Long(long value) => new NpgsqlParameter<long> { TypedValue = value };

    static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    static NpgsqlParameter Time(DateTime? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
