using System.Globalization;
using RabbitMQ.Client;

namespace TaskList.Grains.Notifications;

/// <summary>Publishes each change to a durable topic exchange, routing key <c>list.{listId}</c>. A change counts as handed over when the broker has confirmed it.</summary>
sealed class RabbitMqConsumer(RabbitMqConnection broker) : IChangeConsumer, IAsyncDisposable
{
    public const string Name = "rabbitmq";

    static TimeSpan ConfirmLimit => TimeSpan.FromSeconds(10);

    /// <summary>One channel per follower: channels are not for several publishers at once.</summary>
    IChannel? _channel;

    public async Task Consume(LoggedChange change, CancellationToken stop)
    {
        var properties = new BasicProperties
        {
            // Receivers may see a change twice; this is what they know it by.
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{change.ListId}:{change.Version}"),
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            Timestamp = new AmqpTimestamp(new DateTimeOffset(change.At).ToUnixTimeSeconds()),
        };

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(ConfirmLimit);
        try
        {
            _channel ??= await broker.OpenChannel(limit.Token);
            await _channel.BasicPublishAsync(RabbitMqConnection.Exchange, $"list.{change.ListId}", mandatory: false, properties, change.Utf8, limit.Token);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            // Whatever it was, the next try starts with a fresh channel; nothing a change says can make the broker refuse it alone.
            await Drop();
            throw new ConsumerUnavailableException("The message broker did not confirm.", e);
        }
    }

    public ValueTask DisposeAsync() => Drop();

    async ValueTask Drop()
    {
        var channel = _channel;
        _channel = null;
        if (channel is not null) await channel.DisposeAsync();
    }
}
