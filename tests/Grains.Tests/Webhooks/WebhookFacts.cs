using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Webhooks;
using TaskList.Grains.Auth;
using TaskList.Grains.Webhooks;
using Xunit;

namespace TaskList.Grains.Tests.Webhooks;

public sealed class WebhookFacts : IClassFixture<PeopleCluster>, IDisposable
{
    readonly PeopleCluster _people;
    readonly WebhookWorld _world;

    public WebhookFacts(PeopleCluster people) => (_people, _world) = (people, new WebhookWorld(people));

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task EveryChangeGoesOutInOrderWithItsOwnBytesAndASignatureThatFits()
    {
        var (webhook, secret) = await _world.Start();
        Assert.False(await _world.Pump());
        for (var i = 0; i < 3; i++) await _world.Rename($"Список {i}");
        Assert.True(await _world.Pump());
        Assert.False(await _world.Pump());

        var log = (await _world.List.Changes(_world.Owner, new ChangesRequest(_world.ListId, webhook.Version))).Value!.Changes;
        Assert.Equal(log.Select(change => Encoding.UTF8.GetString(change.Utf8.Span)), _world.Receiver.All.Select(delivery => Encoding.UTF8.GetString(delivery.Body)));
        Assert.Equal(Enumerable.Range(1, 3).Select(i => $"{webhook.WebhookId}:{webhook.Version + i}"), _world.Receiver.All.Select(delivery => delivery.Id));
        Assert.All(_world.Receiver.All, delivery =>
        {
            var signed = Encoding.UTF8.GetBytes($"{delivery.Id}.{delivery.Timestamp}.").Concat(delivery.Body).ToArray();
            Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed)), delivery.Signature);
        });
        Assert.NotNull((await _world.Shown()).DeliveredAt);
    }

    [Fact]
    public async Task WhatWasNotTakenComesAgainLaterAndNothingOvertakesIt()
    {
        await _world.Start();
        await _world.Rename("First");
        await _world.Rename("Second");
        _world.Receiver.Answer = _ => Task.FromResult(503);
        Assert.True(await _world.Pump());
        var shown = await _world.Shown();
        Assert.Equal((1, "http503"), (shown.Failures, shown.LastError));
        Assert.NotNull(shown.NextTryAt);
        Assert.False(await _world.Pump());

        _people.Time.PutForward(TimeSpan.FromSeconds(10));
        _world.Receiver.Answer = _ => Task.FromResult(204);
        Assert.True(await _world.Pump());
        var ids = _world.Receiver.All.Select(delivery => delivery.Id).ToArray();
        Assert.Equal((3, ids[0]), (ids.Length, ids[1]));
        Assert.Equal((0, null), ((await _world.Shown()).Failures, (await _world.Shown()).LastError));
    }

    [Fact]
    public async Task TooManyFailuresPauseItAndItGoesOnWhereItWas()
    {
        var (webhook, _) = await _world.Start();
        await _world.Rename("Kept");
        _world.Receiver.Answer = _ => Task.FromResult(500);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(await _world.Pump());
            _people.Time.PutForward(TimeSpan.FromHours(2));
        }

        Assert.False(await _world.Pump());
        Assert.Equal(("tooManyFailures", "http500"), ((await _world.Shown()).PausedReason, (await _world.Shown()).LastError));
        _world.Receiver.Answer = _ => Task.FromResult(200);
        await _world.Change(webhook.WebhookId, new WebhookPatch(Paused: false));
        Assert.True(await _world.Pump());
        Assert.Single(_world.Receiver.All.Select(delivery => delivery.Id).Distinct());
        Assert.Equal((null, webhook.Version + 1), ((await _world.Shown()).PausedAt, (await _world.Shown()).Version));
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData(null)]
    public async Task NothingGoesOutForSomebodyWhoIsNoOwnerAnyMore(string? role)
    {
        await _world.Start();
        var other = Guid.NewGuid();
        Assert.True((await _world.List.AddMember(other, Role.Owner, Guid.NewGuid())).Accepted);
        await _world.Pump();
        var before = _world.Receiver.All.Length;
        await _world.Do(role is null ? new { type = "removeMember", userId = _world.Owner } : new { type = "setMemberRole", userId = _world.Owner, role }, other);
        await _world.Do(new { type = "renameList", name = "Secret" }, other);

        Assert.True(await _world.Pump());
        Assert.Equal(before, _world.Receiver.All.Length);
        Assert.Equal("accessLost", (await _world.Shown()).PausedReason);
        Assert.False(await _world.Pump());
    }

    [Fact]
    public async Task OnlyWhatIsWantedGoesOut()
    {
        var (webhook, _) = await _world.Start("listKeySet", "taskAdded");
        await _world.Rename("Not this");
        await _world.Do(new { type = "setListKey", key = "OPS" });
        await _world.Rename("Nor this");
        Assert.True(await _world.Pump());
        using var sent = JsonDocument.Parse(Assert.Single(_world.Receiver.All).Body);
        Assert.Equal("listKeySet", sent.RootElement.GetProperty("events")[0].GetProperty("type").GetString());
        Assert.Equal(webhook.Version + 3, (await _world.Shown()).Version);
        Assert.False(await _world.Pump());
    }

    [Fact]
    public async Task ARedirectIsAFailureAndIsNotFollowed()
    {
        await _world.Start();
        await _world.Rename("Here");
        _world.Receiver.Answer = _ => Task.FromResult(302);
        await _world.Pump();
        Assert.Equal("redirect", (await _world.Shown()).LastError);
        Assert.Single(_world.Receiver.All);
    }

    [Fact]
    public async Task AReceiverThatIsGoneIsLeftAlone()
    {
        await _world.Start();
        await _world.Rename("Here");
        _world.Receiver.Answer = _ => Task.FromResult(410);
        await _world.Pump();
        Assert.Equal("gone", (await _world.Shown()).PausedReason);
    }

    [Fact]
    public async Task WhatAnOwnerChangesMeanwhileCountsAtOnce()
    {
        var (webhook, _) = await _world.Start();
        await _world.Rename("First");
        await _world.Rename("Second");
        _world.Receiver.Answer = async _ =>
        {
            await _world.Change(webhook.WebhookId, new WebhookPatch(Paused: true));
            return 200;
        };
        Assert.True(await _world.Pump());
        Assert.Single(_world.Receiver.All);
        Assert.Equal(("byOwner", webhook.Version), ((await _world.Shown()).PausedReason, (await _world.Shown()).Version));
    }

    [Fact]
    public async Task AReceiverThatSaysNothingIsGivenUp()
    {
        var silence = new TaskCompletionSource<int>();
        _world.Receiver.Answer = _ => silence.Task;
        _world.Settings.TimeLimit = TimeSpan.FromMilliseconds(300);
        Assert.Equal("timeout", await _world.Send(_world.Receiver.Url));
        silence.SetResult(200);
    }

    [Fact]
    public async Task ThisMachineIsOutOfReachUnlessAllowed()
    {
        _world.Settings.AllowPrivateAddresses = false;
        Assert.Equal("addressNotAllowed", await _world.Send(_world.Receiver.Url));
        Assert.Equal("addressNotAllowed", await _world.Send(_world.Receiver.Url.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)));
        Assert.Empty(_world.Receiver.All);
        _world.Settings.AllowPrivateAddresses = true;
        Assert.Null(await _world.Send(_world.Receiver.Url));
    }

    [Fact]
    public void ASecretOpensOnlyForItsWebhook()
    {
        var secrets = new WebhookSecrets(new AuthKeys(new byte[32], new byte[32], new byte[32]));
        var (id, secret) = (Guid.NewGuid(), WebhookSecrets.New());
        var box = secrets.Seal(id, secret);
        Assert.Equal(secret, secrets.Open(id, box));
        Assert.ThrowsAny<CryptographicException>(() => secrets.Open(Guid.NewGuid(), box));
        Assert.DoesNotContain(secret[6..], Encoding.Latin1.GetString(box), StringComparison.Ordinal);
    }
}
