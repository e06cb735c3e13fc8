using System.Text.Json;
using Microsoft.AspNetCore.SignalR;

namespace TaskList.RawSignalR;

/// <summary>Sends an edit to everybody who has the list open, in the shape and size of the product's messages, and answers.</summary>
sealed class EchoHub(EchoLists lists) : Hub
{
    public async Task<OpenEcho> Open(OpenList request)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, request.ListId);
        return new OpenEcho(lists.HistoryId, lists.Head(request.ListId));
    }

    public async Task<ExecuteEcho> Execute(string listId, JsonElement command)
    {
        var version = lists.Next(listId);
        var edited = new EditedEcho("taskEdited", command.GetProperty("taskId").GetString()!, command.GetProperty("title").GetString()!);
        var change = new ChangeEcho(listId, version, command.GetProperty("commandId").GetString()!, lists.HistoryId, DateTime.UtcNow, [edited]);
        await Clients.Group(listId).SendAsync("Changed", new ChangedEcho(listId, lists.HistoryId, [change]));
        return new ExecuteEcho(true, version);
    }
}

sealed record OpenList(string ListId);

sealed record OpenEcho(Guid HistoryId, long Version);

sealed record ExecuteEcho(bool Accepted, long Version);

sealed record ChangedEcho(string ListId, Guid HistoryId, ChangeEcho[] Changes);

sealed record ChangeEcho(string ListId, long Version, string CommandId, Guid ActorId, DateTime At, EditedEcho[] Events);

sealed record EditedEcho(string Type, string TaskId, string Title);
