using Npgsql;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>One row, one list and several lists are three statements that must do the same.</summary>
public sealed class AppendStatementFacts(TestPostgres server) : IAsyncLifetime
{
    NpgsqlDataSource _postgres = null!;

    public async ValueTask InitializeAsync() => _postgres = NpgsqlDataSource.Create(await server.CreateDatabase());

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public async Task RowsGoInOnlyRightBehindTheHead(int rows, bool besideAnother)
    {
        var listId = Guid.NewGuid();
        Assert.False(await Append(Batch(listId, 2, rows), besideAnother));
        Assert.True(await Append(Batch(listId, 1, rows), besideAnother));
        Assert.False(await Append(Batch(listId, rows + 2, rows), besideAnother));
        Assert.True(await Append(Batch(listId, rows + 1, rows), besideAnother));
        await Assert.ThrowsAsync<PostgresException>(() => Append(Batch(listId, rows, rows), besideAnother));

        Assert.Equal(Enumerable.Range(1, 2 * rows).Select(version => (long)version), (await Stored(listId)).Select(row => row.Version));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public async Task WhatIsReadIsWhatWasWritten(int rows, bool besideAnother)
    {
        var batch = Batch(Guid.NewGuid(), 1, rows);
        Assert.True(await Append(batch, besideAnother));
        foreach (var (written, read) in batch.Rows.Zip(await Stored(batch.ListId)))
        {
            Assert.Equal((written.Version, written.CommandId, written.ActorId, written.At), (read.Version, read.CommandId, read.ActorId, read.At));
            Assert.Equal([.. written.CommandHash, .. written.ChainHash, .. written.Change], (byte[])[.. read.CommandHash, .. read.ChainHash, .. read.Change]);
            Assert.Equal(written.Conflicts, read.Conflicts);
        }
    }

    async Task<bool> Append(ListBatch batch, bool besideAnother)
    {
        await using var connection = await _postgres.OpenConnectionAsync();
        ListBatch[] batches = besideAnother ? [Batch(Guid.NewGuid(), 1, 2), batch] : [batch];
        var written = await AppendStatement.Run(connection, batches);
        Assert.Equal(besideAnother, written.Contains(batches[0].ListId) && batches[0] != batch);
        return written.Contains(batch.ListId);
    }

    Task<IReadOnlyList<LogRow>> Stored(Guid listId) => new ListLog(_postgres).Range(listId, 0, long.MaxValue, 100, int.MaxValue);

    static ListBatch Batch(Guid listId, long first, int rows)
    {
        var made = new LogRow[rows];
        for (var i = 0; i < rows; i++)
        {
            // The second row of each three has neither an actor nor conflicts, the others have both.
            var at = new DateTime(2026, 1, 1, 0, 0, i, DateTimeKind.Utc);
            var change = new ListChange(listId, first + i, Guid.NewGuid(), i == 1 ? null : Guid.NewGuid(), at, [new ListRenamed("Name")]);
            made[i] = LogRow.Next(LogRow.ChainStart, change, [1, 2, 3], i == 1 ? null : [4]);
        }

        return new ListBatch(listId, made);
    }
}
