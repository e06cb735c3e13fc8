using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using TaskList.HistoryChecker;

namespace TaskList.LoadGenerator.History;

/// <summary>A list of a history, with what is known to stand on it.</summary>
sealed class HistoryBoard
{
    HistoryBoard(Guid list) => List = list;

    public Guid List { get; }

    public Guid[] Sections { get; } = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    public ConcurrentDictionary<Guid, bool> Tasks { get; } = new();

    public static async Task<HistoryBoard> Make(HistoryClient owner, IEnumerable<HistoryUser> others, HistoryRecorder recorder)
    {
        var board = new HistoryBoard(Guid.NewGuid());
        recorder.Add(new HistoryLine { Kind = LineKind.Invoke, Client = "owner", User = owner.User.Id, List = board.List, Op = board.List });
        var made = await owner.User.Send(HttpMethod.Post, "/api/lists", new { listId = board.List, name = "History" });
        recorder.Add(new HistoryLine { Kind = LineKind.Ok, Client = "owner", User = owner.User.Id, List = board.List, Op = board.List, Version = made!["version"]!.GetValue<long>() });
        foreach (var section in board.Sections) await owner.Execute(board.List, new JsonObject { ["type"] = "addSection", ["sectionId"] = section, ["name"] = "Section" });
        foreach (var user in others) await user.Join(owner.User, board.List, recorder);
        return board;
    }
}
