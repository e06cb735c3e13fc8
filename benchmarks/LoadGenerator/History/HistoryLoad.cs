using System.Text.Json;
using Npgsql;
using TaskList.HistoryChecker;

namespace TaskList.LoadGenerator.History;

/// <summary>Random commands of several users on a few lists, with a guest who is removed and comes back, and with whatever is done to the product meanwhile.</summary>
public static class HistoryLoad
{
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Extra = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>All lines, the log among them. What they are worth is for the checker to say.</summary>
    public static async Task<IReadOnlyList<HistoryLine>> Run(HistoryOptions options)
    {
        var recorder = new HistoryRecorder();
        var users = await Task.WhenAll(Enumerable.Range(0, options.Editors + 2).Select(i => HistoryUser.SignUp(options.Roam ? options.Urls : [options.Urls[i % options.Urls.Count]], i)));
        var clients = users.Select((user, i) => new HistoryClient($"client-{i}", user, recorder, options.BadLines)).ToArray();
        var (owner, guest) = (clients[0], clients[^1]);
        var admin = new HistoryClient("admin", owner.User, recorder, options.BadLines);
        var boards = new List<HistoryBoard>();
        for (var i = 0; i < options.Lists; i++) boards.Add(await HistoryBoard.Make(owner, users[1..], recorder));

        using (var stop = new CancellationTokenSource())
        {
            var work = clients[..^1].Select((client, i) => HistoryWork.Run(
                client, options.ListEach ? [boards[i % boards.Count]] : boards, options.Pace, new Random((options.Seed * 100) + i), stop.Token)).ToList();
            work.Add(HistoryWork.ComeAndGo(admin, guest, boards, stop.Token));
            await Half(options, recorder);
            if (options.Nemesis is { } nemesis)
            {
                await nemesis(what => recorder.Add(new HistoryLine { Kind = LineKind.Nemesis, What = what }));

                // What came back wrong must be seen before the work writes over it.
                foreach (var board in boards) await admin.Read(board.List);
            }

            // However long that took, there is work after it, too.
            await Half(options, recorder);
            await stop.CancelAsync();
            await Task.WhenAll(work);
        }

        recorder.Add(new HistoryLine { Kind = LineKind.Quiet });
        clients = [.. clients, admin];
        await Calm(clients, boards);
        foreach (var client in clients)
        {
            foreach (var board in boards) await client.Read(board.List);
        }

        // Before the clients go: a view that is closed need not be at the head.
        HistoryLine[] lines = [.. recorder.Lines(), .. await Log(options.Postgres, boards)];
        foreach (var client in clients) client.Dispose();
        foreach (var user in users) user.Dispose();
        return lines;
    }

    static async Task Half(HistoryOptions options, HistoryRecorder recorder)
    {
        var (enough, limit) = (recorder.Accepted + options.Enough, DateTime.UtcNow + (options.Length / 2) + Extra);
        await Task.Delay(options.Length / 2);
        while (recorder.Accepted < enough && DateTime.UtcNow < limit) await Task.Delay(Glance);
    }

    /// <summary>Everything is answered, every list open, every client at the head; or the time for that is over.</summary>
    static async Task Calm(HistoryClient[] clients, List<HistoryBoard> boards)
    {
        var limit = DateTime.UtcNow + Rest;
        while (DateTime.UtcNow < limit)
        {
            foreach (var client in clients)
            {
                await client.Settle();
                foreach (var board in boards.Where(board => client.NeedsOpening(board.List))) await client.Open(board.List);
            }

            var heads = boards.Select(board => clients.Max(client => client.VersionOf(board.List) ?? 0)).ToArray();
            var same = clients.All(client => boards.Select(board => client.VersionOf(board.List) ?? 0).SequenceEqual(heads));
            if (same && clients.All(client => client.Undecided == 0)) return;
            await Task.Delay(Glance);
        }
    }

    static async Task<List<HistoryLine>> Log(string postgres, List<HistoryBoard> boards)
    {
        await using var source = NpgsqlDataSource.Create(postgres + ";Pooling=false");
        await using var command = source.CreateCommand("SELECT change FROM list_log WHERE list_id = ANY($1) ORDER BY list_id, version");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. boards.Select(board => board.List)] });
        await using var reader = await command.ExecuteReaderAsync();
        List<HistoryLine> lines = [];
        while (await reader.ReadAsync()) lines.Add(new HistoryLine { Kind = LineKind.Log, Change = JsonElement.Parse(reader.GetFieldValue<byte[]>(0)) });
        return lines;
    }
}
