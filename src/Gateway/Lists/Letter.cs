using Microsoft.AspNetCore.SignalR;

namespace TaskList.Gateway.Lists;

/// <summary>One message in the bytes of its frame: made once, however many sockets it goes to.</summary>
/// <param name="LostListId">The list that its reader has lost: the one piece of news that may not be dropped.</param>
sealed record Letter(SerializedHubMessage Frame, int Bytes, Guid? LostListId = null);
