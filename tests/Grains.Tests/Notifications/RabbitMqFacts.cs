using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.TestingHost;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using TaskList.Grains.Notifications;
using Xunit;

namespace TaskList.Grains.Tests.Notifications;

/// <summary>Against a real broker, which is taken away and given back.</summary>
public sealed class RabbitMqFacts(TestPostgres postgresServer)
{
    const string Queue = "everything";

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task EveryChangeReachesTheBrokerEvenWhenItWasAway()
    {
        Assert.SkipUnless(RabbitMqServer.IsInstalled, "RabbitMQ is not installed (Debian: rabbitmq-server)");

        await using var broker = await RabbitMqServer.StartNew();
        await using var postgres = NpgsqlDataSource.Create(await postgresServer.CreateDatabase());
        await DeclareQueue(broker.Address);
        await using var cluster = await StartSilo(postgres, broker.Address);
        var list = Guid.NewGuid();

        var first = await Plant(postgres, list, 1);
        var second = await Plant(postgres, list, 2);
        await using (var receiver = await Receiver.Open(broker.Address))
        {
            var message = await receiver.Next();
            Assert.Equal(first, Encoding.UTF8.GetString(message.Body.Span));
            Assert.Equal($"list.{list}", message.RoutingKey);
            Assert.Equal($"{list}:1", message.BasicProperties.MessageId);
            Assert.Equal(DeliveryModes.Persistent, message.BasicProperties.DeliveryMode);
            Assert.Equal(second, Encoding.UTF8.GetString((await receiver.Next()).Body.Span));
        }

        await broker.Stop();
        var missed = await Plant(postgres, list, 3);
        await cluster.GetSiloServiceProvider(cluster.Silos[0].SiloAddress).GetRequiredService<FailureSignal>().Failed.WaitAsync(Limit);
        await broker.Start();

        await using var later = await Receiver.Open(broker.Address);
        Assert.Equal(missed, Encoding.UTF8.GetString((await later.Next()).Body.Span));
        Assert.Equal(0, await postgres.Count("follower_parked", list));
    }

    static async Task<string> Plant(NpgsqlDataSource postgres, Guid listId, long version)
    {
        var change = $$"""{"listId":"{{listId}}","version":{{version}},"actorId":null,"events":[],"note":"Привет 🐇"}""";
        await postgres.Plant(listId, version, change);
        return change;
    }

    static async Task<InProcessTestCluster> StartSilo(NpgsqlDataSource postgres, Uri broker)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:RabbitMq", broker.ToString())]).Build();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddFollowers(configuration);
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.Services.AddSingleton(postgres);
            silo.Services.AddSingleton<FailureSignal>();
            silo.Services.Configure<FollowerSettings>(o => o.Tries = 2);
            silo.Services.AddKeyedTransient<IChangeConsumer>(RabbitMqConsumer.Name, (services, _) =>
                new WatchedConsumer(new RabbitMqConsumer(services.GetRequiredService<RabbitMqConnection>()), services.GetRequiredService<FailureSignal>()));
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    static async Task DeclareQueue(Uri broker)
    {
        await using var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(RabbitMqConnection.Exchange, ExchangeType.Topic, durable: true);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Queue, RabbitMqConnection.Exchange, "list.#");
    }

    /// <summary>Completes when the broker has been found away more often than a poison change would survive.</summary>
    sealed class FailureSignal
    {
        readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int _failures;

        public Task Failed => _failed.Task;

        public void Count()
        {
            if (Interlocked.Increment(ref _failures) == 3) _failed.SetResult();
        }
    }

    sealed class WatchedConsumer(RabbitMqConsumer inner, FailureSignal signal) : IChangeConsumer, IAsyncDisposable
    {
        public async Task Consume(LoggedChange change, CancellationToken stop)
        {
            try
            {
                await inner.Consume(change, stop);
            }
            catch (ConsumerUnavailableException)
            {
                signal.Count();
                throw;
            }
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    sealed class Receiver(IConnection connection, ChannelReader<BasicDeliverEventArgs> messages) : IAsyncDisposable
    {
        public static async Task<Receiver> Open(Uri broker)
        {
            var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
            var channel = await connection.CreateChannelAsync();
            var messages = Channel.CreateUnbounded<BasicDeliverEventArgs>();
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += async (_, message) =>
            {
                // The client takes the body's memory back when this returns.
                var kept = new BasicDeliverEventArgs(
                    message.ConsumerTag, message.DeliveryTag, message.Redelivered, message.Exchange, message.RoutingKey,
                    message.BasicProperties, message.Body.ToArray());
                await messages.Writer.WriteAsync(kept);
            };
            await channel.BasicConsumeAsync(Queue, autoAck: true, consumer);
            return new Receiver(connection, messages.Reader);
        }

        public async Task<BasicDeliverEventArgs> Next()
        {
            using var limit = new CancellationTokenSource(Limit);
            return await messages.ReadAsync(limit.Token);
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
