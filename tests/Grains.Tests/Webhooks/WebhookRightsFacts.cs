using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Webhooks;
using Xunit;

namespace TaskList.Grains.Tests.Webhooks;

public sealed class WebhookRightsFacts(PeopleCluster people) : IClassFixture<PeopleCluster>
{
    const string Url = "https://example.org/hook";

    readonly Guid _owner = Guid.NewGuid();
    readonly Guid _editor = Guid.NewGuid();
    readonly Guid _listId = Guid.NewGuid();

    IWebhooksGrain Hooks => people.Grains.GetGrain<IWebhooksGrain>(0);

    [Fact]
    public async Task OnlyOwnersHaveToDoWithWebhooks()
    {
        await NewList();
        var made = (await Hooks.Create(_owner, new NewWebhook(_listId, Url))).Value!;
        Assert.StartsWith("whsec_", made.Secret, StringComparison.Ordinal);
        var id = made.Webhook.WebhookId;

        Assert.Equal(Codes.NotAllowed, (await Hooks.All(_editor, _listId)).Refusal?.Code);
        Assert.Equal(Codes.NotAllowed, (await Hooks.Create(_editor, new NewWebhook(_listId, Url))).Refusal?.Code);
        Assert.Equal(Codes.NotAllowed, (await Hooks.Delete(_editor, id)).Refusal?.Code);
        var stranger = Guid.NewGuid();
        Assert.Equal(Codes.ListNotFound, (await Hooks.All(stranger, _listId)).Refusal?.Code);
        Assert.Equal(Codes.WebhookNotFound, (await Hooks.Update(stranger, id, new WebhookPatch(Paused: true))).Refusal?.Code);
        Assert.Empty((await Hooks.All(stranger, null)).Value!.All);
        Assert.Equal([id], (await Hooks.All(_owner, null)).Value!.All.Select(webhook => webhook.WebhookId));

        Assert.Equal("byOwner", (await Hooks.Update(_owner, id, new WebhookPatch(Paused: true))).Value?.PausedReason);
        Assert.Equal(["taskAdded"], (await Hooks.Update(_owner, id, new WebhookPatch(Events: ["taskAdded"]))).Value!.Events);
        Assert.NotNull((await Hooks.All(_owner, _listId)).Value!.All[0].PausedAt);
        Assert.True((await Hooks.Delete(_owner, id)).Ok);
        Assert.Equal(Codes.WebhookNotFound, (await Hooks.Delete(_owner, id)).Refusal?.Code);
    }

    [Fact]
    public async Task WhatItCannotBeIsRefused()
    {
        await NewList();
        Assert.Equal("url", await Field(new NewWebhook(_listId, "http://example.org/")));
        Assert.Equal("secret", await Field(new NewWebhook(_listId, Url, "short")));
        Assert.Equal("secret", await Field(new NewWebhook(_listId, Url, "whsec_not base64 at all")));
        Assert.Equal("events", await Field(new NewWebhook(_listId, Url, Events: ["taskAded"])));
        for (var i = 0; i < 20; i++) Assert.True((await Hooks.Create(_owner, new NewWebhook(_listId, Url))).Ok);
        Assert.Equal(Codes.LimitReached, (await Hooks.Create(_owner, new NewWebhook(_listId, Url))).Refusal?.Code);
    }

    [Fact]
    public async Task NeitherAddressNorSecretStandsInTheTextOfACall()
    {
        await NewList();
        await Hooks.Create(_owner, new NewWebhook(_listId, "https://example.org/hidden-path", "a-secret-of-mine-1234"));
        Assert.DoesNotContain(people.Texts.All, text => text.Contains("hidden-path", StringComparison.Ordinal) || text.Contains("a-secret-of-mine", StringComparison.Ordinal));
    }

    async Task<string?> Field(NewWebhook wanted) =>
        (await Hooks.Create(_owner, wanted)).Refusal is { Code: Codes.InvalidField, Params: { } named }
            ? System.Text.Json.Nodes.JsonNode.Parse(named.Utf8.Span)!["field"]!.GetValue<string>()
            : null;

    async Task NewList()
    {
        var list = people.Grains.GetGrain<IListGrain>(_listId);
        Assert.True((await list.Create(_owner, "List", [])).Ok);
        Assert.True((await list.AddMember(_editor, Role.Editor, Guid.NewGuid())).Accepted);
    }
}
