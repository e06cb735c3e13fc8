using Microsoft.AspNetCore.SignalR;
using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Notifications;

sealed class UserEventStreamFactory(
    IClusterClient cluster, IHubContext<ListHub> hub, UserConnections connections, ILogger<UserEventStream> logger)
{
    public UserEventStream Create(int partition) => new(partition, cluster, new UserEventSender(hub, connections), logger);
}
