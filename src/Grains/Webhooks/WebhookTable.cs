using Npgsql;
using NpgsqlTypes;
using TaskList.Contracts;
using TaskList.Contracts.Webhooks;

namespace TaskList.Grains.Webhooks;

/// <summary>The owners' side of the table.</summary>
sealed class WebhookTable(NpgsqlDataSource postgres, WebhookSecrets secrets)
{
    const int MostShown = 200;

    const string Columns =
        "webhook_id, list_id, owner_id, url, events, created_at, version, failures, delivered_at, last_error, next_try_at, paused_at, paused_reason";

    public Task<List<Webhook>> OfList(Guid listId) => Read($"SELECT {Columns} FROM webhook WHERE list_id = $1 ORDER BY created_at LIMIT {MostShown}", Id(listId));

    public Task<List<Webhook>> OfOwner(Guid ownerId) => Read($"SELECT {Columns} FROM webhook WHERE owner_id = $1 ORDER BY created_at LIMIT {MostShown}", Id(ownerId));

    public async Task<Webhook?> Find(Guid webhookId) => (await Read($"SELECT {Columns} FROM webhook WHERE webhook_id = $1", Id(webhookId))).FirstOrDefault();

    /// <summary>Null when the list has its most already.</summary>
    public async Task<Webhook?> Add(Guid ownerId, NewWebhook wanted, string secret, long version, DateTime now)
    {
        var webhookId = Guid.CreateVersion7();
        var added = await Read(
            $"""
            INSERT INTO webhook (webhook_id, partition, list_id, owner_id, url, secret, events, created_at, version, next_try_at)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $8 WHERE (SELECT count(*) FROM webhook WHERE list_id = $3) < {WebhookRules.MostOfAList}
            RETURNING {Columns}
            """,
            Id(webhookId),
            new NpgsqlParameter<short> { TypedValue = (short)ClusterNames.WebhookPartition(webhookId) },
            Id(wanted.ListId),
            Id(ownerId),
            new NpgsqlParameter<string> { TypedValue = wanted.Url },
            new NpgsqlParameter<byte[]> { TypedValue = secrets.Seal(webhookId, secret) },
            new NpgsqlParameter<string[]> { TypedValue = wanted.Events ?? [] },
            Time(now),
            new NpgsqlParameter<long> { TypedValue = version });
        return added.FirstOrDefault();
    }

    /// <summary>A change of an owner's ends whatever delivery is being counted, and the failures with it. Null: there is no such webhook any more.</summary>
    public async Task<Webhook?> Change(Guid webhookId, Guid ownerId, WebhookPatch patch, DateTime now)
    {
        var changed = await Read(
            $"""
            UPDATE webhook SET revision = revision + 1, owner_id = $2, url = coalesce($3, url), secret = coalesce($4, secret), events = coalesce($5, events),
                failures = 0, next_try_at = $7,
                paused_at = CASE $6 WHEN true THEN $7 WHEN false THEN NULL ELSE paused_at END,
                paused_reason = CASE $6 WHEN true THEN 'byOwner' WHEN false THEN NULL ELSE paused_reason END
            WHERE webhook_id = $1 RETURNING {Columns}
            """,
            Id(webhookId),
            Id(ownerId),
            Value(patch.Url, NpgsqlDbType.Text),
            Value(patch.Secret is { } secret ? secrets.Seal(webhookId, secret) : null, NpgsqlDbType.Bytea),
            Value(patch.Events, NpgsqlDbType.Array | NpgsqlDbType.Text),
            Value(patch.Paused, NpgsqlDbType.Boolean),
            Time(now));
        return changed.FirstOrDefault();
    }

    public async Task<Webhook?> Remove(Guid webhookId) => (await Read($"DELETE FROM webhook WHERE webhook_id = $1 RETURNING {Columns}", Id(webhookId))).FirstOrDefault();

    async Task<List<Webhook>> Read(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = postgres.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        List<Webhook> webhooks = [];
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync()) webhooks.Add(Webhook(row));
        return webhooks;
    }

    static Webhook Webhook(NpgsqlDataReader row)
    {
        var (failures, paused) = (row.GetInt32(7), !row.IsDBNull(11));
        return new Webhook(
            row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetString(3), row.GetFieldValue<string[]>(4), row.GetDateTime(5), row.GetInt64(6), failures,
            At(row, 8), Text(row, 9), failures > 0 && !paused ? row.GetDateTime(10) : null, At(row, 11), Text(row, 12));
    }

    static DateTime? At(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDateTime(column);

    static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static NpgsqlParameter Id(Guid id) => new NpgsqlParameter<Guid> { TypedValue = id };

    static NpgsqlParameter Time(DateTime time) => new NpgsqlParameter<DateTime> { TypedValue = time };

    static NpgsqlParameter Value(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
