using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Notifications;

sealed class UserEventStreamFactory(
    IClusterClient cluster, UserConnections connections, Outboxes outboxes, LetterWriter letters, ILogger<UserEventStream> logger)
{
    public UserEventStream Create(int partition) => new(partition, cluster, new UserEventSender(connections, outboxes, letters), logger);
}
