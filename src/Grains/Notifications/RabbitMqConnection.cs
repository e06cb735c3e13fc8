using RabbitMQ.Client;

namespace TaskList.Grains.Notifications;

/// <summary>This silo's one connection to the broker, made again when it is needed and gone.</summary>
sealed class RabbitMqConnection(Uri broker) : IAsyncDisposable
{
    public const string Exchange = "tasklist.changes";

    readonly ConnectionFactory _factory = new()
    {
        Uri = broker,
        ClientProvidedName = "tasklist-silo",
        // Reconnecting is the follower's: it knows what has to be sent again, and how long to wait.
        AutomaticRecoveryEnabled = false,
        RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
        ContinuationTimeout = TimeSpan.FromSeconds(5),
    };

    readonly SemaphoreSlim _gate = new(1);
    IConnection? _connection;

    /// <summary>A channel whose publishing calls return when the broker has confirmed.</summary>
    public async Task<IChannel> OpenChannel(CancellationToken stop)
    {
        await _gate.WaitAsync(stop);
        try
        {
            if (_connection is not { IsOpen: true })
            {
                if (_connection is not null) await _connection.DisposeAsync();
                _connection = null;
                _connection = await _factory.CreateConnectionAsync(stop);
            }

            var confirms = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
            var channel = await _connection.CreateChannelAsync(confirms, stop);
            await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Topic, durable: true, cancellationToken: stop);
            return channel;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        _gate.Dispose();
    }
}
