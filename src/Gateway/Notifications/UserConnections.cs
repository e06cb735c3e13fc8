using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace TaskList.Gateway.Notifications;

/// <summary>The living hub connections of this gateway, found by user and by session. The hub adds and removes them.</summary>
sealed class UserConnections(EndedSessions ended)
{
    readonly ConcurrentDictionary<string, Connection> _connections = new();
    readonly Dictionary<Guid, HashSet<string>> _byUser = [];
    readonly Dictionary<Guid, HashSet<string>> _bySession = [];
    readonly Lock _gate = new();

    public int Count => _connections.Count;

    public void Add(HubCallerContext context, Guid userId, Guid sessionId)
    {
        lock (_gate)
        {
            _connections[context.ConnectionId] = new Connection(context, userId, sessionId);
            Index(_byUser, userId, context.ConnectionId);
            Index(_bySession, sessionId, context.ConnectionId);
        }

        // A token outlives the sign-out by minutes; a connection made with it must not.
        if (ended.Contains(sessionId)) context.Abort();
    }

    public void Remove(string connectionId)
    {
        lock (_gate)
        {
            if (!_connections.TryRemove(connectionId, out var gone)) return;
            Forget(_byUser, gone.UserId, connectionId);
            Forget(_bySession, gone.SessionId, connectionId);
        }
    }

    public string[] OfUser(Guid userId)
    {
        lock (_gate)
        {
            return _byUser.TryGetValue(userId, out var ids) ? [.. ids] : [];
        }
    }

    /// <summary>Cuts every connection of a session and says how many there were.</summary>
    public int AbortSession(Guid sessionId)
    {
        HubCallerContext[] contexts;
        lock (_gate)
        {
            if (!_bySession.TryGetValue(sessionId, out var ids)) return 0;
            contexts = [.. ids.Select(id => _connections[id].Context)];
        }

        foreach (var context in contexts) context.Abort();
        return contexts.Length;
    }

    static void Index(Dictionary<Guid, HashSet<string>> index, Guid key, string connectionId)
    {
        if (!index.TryGetValue(key, out var ids)) index[key] = ids = [];
        ids.Add(connectionId);
    }

    static void Forget(Dictionary<Guid, HashSet<string>> index, Guid key, string connectionId)
    {
        if (index.TryGetValue(key, out var ids) && ids.Remove(connectionId) && ids.Count == 0) index.Remove(key);
    }

    sealed record Connection(HubCallerContext Context, Guid UserId, Guid SessionId);
}
