using System.Diagnostics;
using Npgsql;

namespace TaskList.LoadGenerator;

/// <summary>The floor under every durable edit: one-row inserts of the same bytes, prepared, each connection with the next on the commit.</summary>
static class CommitLoad
{
    public static async Task<LoadResult> Run(LoadJob job)
    {
        var (clock, log) = (new LoadClock(job), new EditLog());
        var connections = new Committer[job.Writers];
        for (var i = 0; i < connections.Length; i++) connections[i] = await Committer.Open(job.Postgres);
        clock.Begin();
        await Task.WhenAll(connections.Select(connection => Task.Run(() => connection.Run(clock, log))));
        foreach (var connection in connections) await connection.DisposeAsync();
        return new LoadResult
        {
            EditsPerSecond = connections.Sum(connection => connection.Measured) / clock.Seconds,
            Answer = Latencies.Of(connections.Select(connection => connection.Commits)),
            Accepted = log.Count,
            ReadBack = log.Count,
            Seconds = clock.Seconds,
            Cpu = await clock.Cpu,
        };
    }

    sealed class Committer(NpgsqlConnection connection, NpgsqlCommand insert, Guid listId) : IAsyncDisposable
    {
        public Latencies Commits { get; } = new();

        public long Measured { get; private set; }

        public static async Task<Committer> Open(string postgres)
        {
            var connection = new NpgsqlConnection(postgres + ";Pooling=false");
            await connection.OpenAsync();
            var insert = new NpgsqlCommand("INSERT INTO bench_commit (list_id, version, command_id, change) VALUES ($1, $2, $3, $4)", connection);
            insert.Parameters.Add(new NpgsqlParameter<Guid>());
            insert.Parameters.Add(new NpgsqlParameter<long>());
            insert.Parameters.Add(new NpgsqlParameter<Guid>());
            insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = [] });
            await insert.PrepareAsync();
            return new Committer(connection, insert, Guid.NewGuid());
        }

        public async Task Run(LoadClock clock, EditLog log)
        {
            for (var version = 1L; Stopwatch.GetTimestamp() < clock.End; version++)
            {
                var number = log.Next();
                ((NpgsqlParameter<Guid>)insert.Parameters[0]).TypedValue = listId;
                ((NpgsqlParameter<long>)insert.Parameters[1]).TypedValue = version;
                ((NpgsqlParameter<Guid>)insert.Parameters[2]).TypedValue = Guid.Parse(log.CommandId(number));
                ((NpgsqlParameter<byte[]>)insert.Parameters[3]).TypedValue = SampleChange.Of(listId, version, log.CommandId(number), number);
                var sent = Stopwatch.GetTimestamp();
                await insert.ExecuteNonQueryAsync();
                var now = Stopwatch.GetTimestamp();
                if (clock.Measures(now)) Measured++;
                if (clock.Measures(sent)) Commits.Add(sent, now);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await insert.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
