using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Streams;
using TaskList.Contracts;
using TaskList.Contracts.Notifications;

namespace TaskList.Grains.Notifications;

/// <summary>Puts users' events on the streams that gateways read.</summary>
sealed partial class UserEventPublisher(IServiceProvider services, ILogger<UserEventPublisher> logger)
{
    static TimeSpan Limit => TimeSpan.FromSeconds(2);

    /// <summary>Never fails: what the event tells is stored already, and a client learns of it at its next look.</summary>
    public async Task Publish(UserEvent happened)
    {
        try
        {
            var stream = services.GetRequiredKeyedService<IStreamProvider>(ClusterNames.UserEventStreams)
                .GetStream<UserEvent>(StreamId.Create(ClusterNames.UserEventNamespace, ClusterNames.UserEventPartition(happened.UserId)));
            await stream.OnNextAsync(happened).WaitAsync(Limit);
        }
        catch (Exception e)
        {
            LogLost(happened.UserId, e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An event for user {UserId} did not get onto its stream ({Error})")]
    partial void LogLost(Guid userId, string error);
}
