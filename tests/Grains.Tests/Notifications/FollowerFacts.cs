using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TaskList.Contracts.Notifications;
using TaskList.Grains.Notifications;
using Xunit;

namespace TaskList.Grains.Tests.Notifications;

public sealed class FollowerFacts(FollowerCluster world, TestPostgres server) : IClassFixture<FollowerCluster>
{
    [Fact]
    public async Task EveryChangeIsHandedOverOnceAndInOrder()
    {
        var list = Guid.NewGuid();
        for (var version = 1; version <= 30; version++) await world.Postgres.Plant(list, version);

        await world.Consumer.Takes(list, 30);
        Assert.Equal(Enumerable.Range(1, 30).Select(version => (long)version), world.Consumer.Taken(list));
    }

    [Fact]
    public async Task AFailureIsRepeatedBeforeAnythingAfterIt()
    {
        var list = Guid.NewGuid();
        world.Consumer.FailOn(list, 2, new TimeoutException(), new InvalidOperationException());
        for (var version = 1; version <= 3; version++) await world.Postgres.Plant(list, version);

        await world.Consumer.Takes(list, 3);
        Assert.Equal([1, 2, 3], world.Consumer.Taken(list));
        Assert.Equal(3, world.Consumer.Tries(list, 2));
        Assert.Equal(0, await world.Postgres.Count("follower_parked", list));
    }

    [Fact]
    public async Task APoisonChangeIsParkedAndThePartitionGoesOn()
    {
        var list = Guid.NewGuid();
        world.Consumer.FailOn(list, 2, [.. Enumerable.Repeat(new JsonException(), 100)]);
        for (var version = 1; version <= 3; version++) await world.Postgres.Plant(list, version);

        await world.Consumer.Takes(list, 3);
        Assert.Equal([1, 3], world.Consumer.Taken(list));
        Assert.Equal(4, world.Consumer.Tries(list, 2));
        Assert.Equal(1, await world.Postgres.Count("follower_parked", list));
    }

    /// <summary>Or a busy log would spend a change's tries in seconds, and park what a minute later would have gone well.</summary>
    [Fact]
    public async Task WhatIsWrittenMeanwhileDoesNotHurryWhatFailed()
    {
        await using var postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        var consumer = new RecordingConsumer();
        await using var cluster = await FollowerCluster.Start(postgres, consumer, retryPause: TimeSpan.FromHours(1));
        var growth = cluster.Silos[0].ServiceProvider.GetRequiredService<LogGrowth>();
        var (failed, other) = (await postgres.NewListIn(1), await postgres.NewListIn(2));
        consumer.FailOn(failed, 1, new TimeoutException());
        await postgres.Plant(failed, 1);

        var version = 0;
        for (var after = 0; after < 10 && version < 1_000; after += consumer.Tries(failed, 1) > 0 ? 1 : 0)
        {
            await postgres.Plant(other, ++version);
            growth.Raise(news: true);
            await consumer.Takes(other, version);
        }

        Assert.Equal(1, consumer.Tries(failed, 1));
    }

    [Fact]
    public async Task NothingIsParkedWhileTheConsumerIsAway()
    {
        var list = Guid.NewGuid();
        world.Consumer.FailOn(list, 1, [.. Enumerable.Repeat(new ConsumerUnavailableException("away"), 10)]);
        await world.Postgres.Plant(list, 1);

        await world.Consumer.Takes(list, 1);
        Assert.Equal(11, world.Consumer.Tries(list, 1));
        Assert.Equal(0, await world.Postgres.Count("follower_parked", list));
    }

    [Fact]
    public async Task AFollowerThatWasPutToSleepGoesOnWhereItStopped()
    {
        const int Partition = 5;
        var list = await world.Postgres.NewListIn(Partition);
        await world.Postgres.Plant(list, 1);
        await world.Consumer.Takes(list, 1);

        var follower = world.Cluster.Client.GetGrain<IFollowerGrain>(FollowerGrain.Key(RecordingConsumer.Name, Partition));
        await world.Cluster.DeactivateAsync(follower);
        await world.Postgres.Plant(list, 2);
        await follower.Wake();

        await world.Consumer.Takes(list, 2);
        Assert.Equal([1, 2], world.Consumer.Taken(list));
    }

    [Fact]
    public async Task TwoActivationsOfAFollowerLoseNothing()
    {
        // What a split cluster looks like: two silos that do not know of each other, each with all followers.
        var list = Guid.NewGuid();
        var other = new RecordingConsumer();
        await using var second = await FollowerCluster.Start(world.Postgres, other);
        for (var version = 1; version <= 100; version++) await world.Postgres.Plant(list, version);

        await Task.WhenAny(world.Consumer.Takes(list, 100), other.Takes(list, 100));
        Assert.Equal(
            Enumerable.Range(1, 100).Select(version => (long)version),
            world.Consumer.Taken(list).Union(other.Taken(list)).Order());
    }
}
