using Microsoft.AspNetCore.SignalR;
using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Tests.Notifications;

/// <summary>A hub that notes what is sent, to which connections.</summary>
sealed class FakeHub : IHubContext<ListHub>, IHubClients
{
    public List<(string[] Connections, string Method, object?[] Arguments)> Sent { get; } = [];

    public IHubClients Clients => this;

    public IGroupManager Groups => throw new NotSupportedException();

    public IClientProxy All => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.Clients(IReadOnlyList<string> connectionIds) => new Proxy(this, [.. connectionIds]);

    public IClientProxy AllExcept(IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

    public IClientProxy Client(string connectionId) => throw new NotSupportedException();

    public IClientProxy Group(string groupName) => throw new NotSupportedException();

    public IClientProxy GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.Groups(IReadOnlyList<string> groupNames) => throw new NotSupportedException();

    public IClientProxy User(string userId) => throw new NotSupportedException();

    public IClientProxy Users(IReadOnlyList<string> userIds) => throw new NotSupportedException();

    sealed class Proxy(FakeHub hub, string[] connections) : IClientProxy
    {
        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
        {
            hub.Sent.Add((connections, method, args));
            return Task.CompletedTask;
        }
    }
}
