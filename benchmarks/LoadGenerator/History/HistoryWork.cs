using System.Text.Json.Nodes;

namespace TaskList.LoadGenerator.History;

/// <summary>What the users of a history do, one thing after another.</summary>
static class HistoryWork
{
    /// <summary>Everybody reads whole lists all the time, and each picture stays in the history: in a run of minutes lists that only grow would fill the memory.</summary>
    const int MostTasks = 200;

    public static async Task Run(HistoryClient client, IReadOnlyList<HistoryBoard> boards, TimeSpan pace, Random random, CancellationToken stop)
    {
        foreach (var board in boards) await client.Open(board.List);
        while (!stop.IsCancellationRequested)
        {
            var board = boards[random.Next(boards.Count)];
            if (client.Undecided > 0) await client.Settle();
            else if (client.NeedsOpening(board.List)) await client.Open(board.List);
            else await Act(client, board, random);
            await Task.Delay(random.Next(1, (int)pace.TotalMilliseconds), CancellationToken.None);
        }
    }

    /// <summary>The guest is removed and invited again, over and over, while others work.</summary>
    public static async Task ComeAndGo(HistoryClient owner, HistoryClient guest, IReadOnlyList<HistoryBoard> boards, CancellationToken stop)
    {
        var random = new Random(7);
        foreach (var board in boards) await guest.Open(board.List);
        while (!stop.IsCancellationRequested)
        {
            var board = boards[random.Next(boards.Count)];
            await Task.Delay(random.Next(20, 120), CancellationToken.None);
            await owner.Remove(board.List, guest.User.Id);
            await guest.Open(board.List);
            await guest.User.Join(owner.User, board.List, owner.Recorder);
            await guest.Open(board.List);
        }
    }

    static async Task Act(HistoryClient client, HistoryBoard board, Random random)
    {
        var dice = random.Next(100);
        var tasks = board.Tasks.Keys.ToArray();
        if (tasks.Length < 3 || (dice < 12 && tasks.Length < MostTasks))
        {
            var taskId = Guid.CreateVersion7();
            var add = Command("addTask", ("taskId", taskId), ("sectionId", board.Sections[random.Next(2)]), ("title", $"Task {random.Next()}"));
            if (await client.Execute(board.List, add)) board.Tasks[taskId] = true;
            return;
        }

        var task = tasks[random.Next(tasks.Length)];
        await (dice switch
        {
            < 60 => client.Execute(board.List, Command("editTask", ("taskId", task), ("title", $"Title {random.Next()}"))),
            < 75 => client.Execute(board.List, Command("moveTask", ("taskId", task), ("sectionId", board.Sections[random.Next(2)]), ("afterTaskId", null))),
            < 80 => client.Execute(board.List, Command("completeTask", ("taskId", task))),
            < 85 => client.Execute(board.List, Command("reopenTask", ("taskId", task))),
            < 88 => client.Execute(board.List, Command("addComment", ("taskId", task), ("commentId", Guid.CreateVersion7()), ("text", $"Comment {random.Next()}"))),
            < 93 => client.RepeatLast(board.List),
            < 95 => client.Open(board.List),
            _ => client.Read(board.List),
        });
    }

    static JsonObject Command(string type, params (string Name, JsonNode? Value)[] fields)
    {
        var command = new JsonObject { ["type"] = type };
        foreach (var (name, value) in fields) command[name] = value;
        return command;
    }
}
