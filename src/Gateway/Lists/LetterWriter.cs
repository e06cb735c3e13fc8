using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace TaskList.Gateway.Lists;

/// <summary>Writes messages as SignalR's own protocol does; the hub speaks only one.</summary>
sealed class LetterWriter(IHubProtocol protocol)
{
    public Letter Write(string target, params object?[] arguments)
    {
        var frame = protocol.GetMessageBytes(new InvocationMessage(target, arguments));
        return new Letter(new SerializedHubMessage([new SerializedMessage(protocol.Name, frame)]), frame.Length);
    }

    public Letter AccessLost(Guid listId) => Write(ListMessages.AccessLost, listId) with { LostListId = listId };
}
