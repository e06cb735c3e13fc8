using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Notifications;
using TaskList.Gateway.Safety;

namespace TaskList.Gateway.Lists;

/// <summary>What a browser may call. No rules here: the list decides. One connection's calls run in order.</summary>
[Authorize]
sealed class ListHub(
    ListGrains lists, ListFeeds feeds, UserConnections connections, TokenExpiry expiry, AccessTokens tokens, WriteBudget budget, GatewayMetrics metrics) : Hub
{
    const int LongestField = 64;

    Guid UserId => Context.User!.UserId();

    public override Task OnConnectedAsync()
    {
        metrics.Connected(1);
        feeds.Connected(Context.ConnectionId);
        expiry.Watch(Context);
        connections.Add(Context, UserId, Context.User!.SessionId());
        return Task.CompletedTask;
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        metrics.Connected(-1);
        connections.Remove(Context.ConnectionId);
        expiry.Forget(Context.ConnectionId);
        await feeds.CloseAll(Context.ConnectionId);
    }

    public Task<OpenAnswer> Open(OpenRequest request)
    {
        if (request.Pending is { Length: > ListLimits.PendingIds }) throw new HubException(Codes.InvalidField);
        return Answer(feeds.Open(Context.ConnectionId, UserId, request));
    }

    public Task Close(Guid listId) => feeds.Close(Context.ConnectionId, listId);

    /// <summary>The command stays raw JSON: the list parses it, so that a fault in it is answered with a code.</summary>
    public async Task<CommandAnswer> Execute(string listId, JsonElement command)
    {
        if (!ListIds.TryParse(listId, out var id)) return CommandAnswer.Refused(null, new Refusal(Codes.ListNotFound));
        if (!Context.User!.MayWrite()) return CommandAnswer.Refused(null, new Refusal(Codes.NotAllowed));
        if (!budget.TryTake(UserId, 1, out var wait)) return CommandAnswer.Refused(null, Refusal.Undecided(Codes.RateLimited, wait));

        var raw = new RawJson(JsonMarshal.GetRawUtf8Value(command).ToArray());
        try
        {
            var answer = await ClusterCalls.RetrySoon(() => lists[id].Execute(UserId, raw, null, feeds.Shows(id)));
            if (answer.Shown is { } shown) feeds.Show(id, shown);
            else if (answer.Version is { } version) feeds.Expect(id, version);
            return answer with { CommandId = null, Shown = null };
        }
        catch (ClusterUnavailableException)
        {
            return CommandAnswer.Refused(null, Refusal.Undecided(Codes.OutcomeUnknown));
        }
    }

    public Task<ChangesAnswer> Changes(ChangesRequest request) =>
        Answer(ClusterCalls.RetrySoon(() => lists[request.ListId].Changes(UserId, request)));

    /// <summary>What the user looks at or edits; told to the others who have the list open, and to nobody for longer than that.</summary>
    public void SetPresence(Guid listId, PresenceRequest? where)
    {
        if (where?.Field is { Length: > LongestField }) throw new HubException(Codes.InvalidField);
        if (!feeds.SetPresence(Context.ConnectionId, listId, where ?? new PresenceRequest())) throw new HubException(Codes.ListNotFound);
    }

    /// <summary>A fresh token of the same user and session on the living connection.</summary>
    public async Task<RenewAnswer> Renew(string accessToken)
    {
        var token = await tokens.Validate(accessToken);
        if (token is null || token.Caller.UserId() != UserId || token.Caller.SessionId() != Context.User!.SessionId())
            throw new HubException(Codes.Unauthenticated);
        return new RenewAnswer(expiry.Renew(Context, token.ExpiresAt));
    }

    static async Task<T> Answer<T>(Task<Result<T>> call)
        where T : class
    {
        try
        {
            var result = await call;
            return result.Ok ? result.Value : throw new HubException(result.Refusal.Code);
        }
        catch (ClusterUnavailableException)
        {
            throw new HubException(Codes.Unavailable);
        }
    }
}
