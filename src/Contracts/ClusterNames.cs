namespace TaskList.Contracts;

/// <summary>Names that silos and gateways must agree on.</summary>
public static class ClusterNames
{
    /// <summary>Stream provider that carries users' events from followers to gateways.</summary>
    public const string UserEventStreams = "user-events";

    /// <summary>Stream namespace of users' events; the stream's key is the partition number.</summary>
    public const string UserEventNamespace = "user-events";

    /// <summary>How many streams carry the events of all users.</summary>
    public const int UserEventPartitions = 4;

    /// <summary>Grain storage in Postgres for everything that is not a list.</summary>
    public const string GrainStorage = "postgres";

    /// <summary>Partitions of the log; each has one follower per consumer.</summary>
    public const int LogPartitions = 8;

    /// <summary>How many pumps share the webhooks of all lists.</summary>
    public const int WebhookPartitions = 4;

    public static int WebhookPartition(Guid webhookId) => (int)((uint)webhookId.GetHashCode() % WebhookPartitions);

    public static int UserEventPartition(Guid userId) => (int)((uint)userId.GetHashCode() % UserEventPartitions);
}
