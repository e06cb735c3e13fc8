using System.Text.Json.Nodes;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>Search, my tasks and export through the whole product.</summary>
[Collection<OneProduct>]
public sealed class SearchFacts(StandaloneProduct product)
{
    /// <summary>The tables follow the log by themselves and tell nobody when they have.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    string Url => product.Host.Url;

    [Fact]
    public async Task WhatIsWrittenIsFoundByMembersOnlyAndByNobodyWhoWasRemoved()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var guest = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await owner.Invite(guest, listId, "viewer");
        await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid(), "Заказать пиццу"));
        await Found(owner, "пицца");
        await Found(guest, "пицца");

        Assert.Equal(200, (await owner.Execute(listId, Command("removeMember", ("userId", guest.UserId)))).Status);
        Assert.Empty(await Search(guest, "пицца"));
        Assert.Single(await Search(owner, "пиццы"));
        await using var stranger = await Caller.SignUp(Url);
        Assert.Empty(await Search(stranger, "пицца"));
    }

    [Fact]
    public async Task MyTasksComeFromAllMyLists()
    {
        await using var me = await Caller.SignUp(Url);
        List<string> titles = [];
        for (var day = 3; day > 0; day--)
        {
            var (listId, taskId) = (await me.NewList(), Guid.NewGuid().ToString());
            await me.Execute(listId, Command("addTask", ("taskId", taskId), ("sectionId", listId), ("title", $"Day {day}"), ("dueAt", $"2026-03-0{day}T00:00:00Z")));
            titles.Insert(0, $"Day {day}");
        }

        var tasks = await Retry.Until(() => me.Send(HttpMethod.Get, "/api/me/tasks"), answer => answer.Body["tasks"]!.AsArray().Count == 3, Patience);
        Assert.Equal(titles, tasks.Body["tasks"]!.AsArray().Select(task => task!["title"]!.GetValue<string>()));
    }

    [Fact]
    public async Task AnExportHoldsTheWholeHistory()
    {
        await using var me = await Caller.SignUp(Url);
        var listId = await me.NewList();
        for (var i = 0; i < 5; i++) await me.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()));
        var (status, file) = await me.Send(HttpMethod.Get, $"/api/lists/{listId}/export?format=json");
        var log = await me.Log(listId);
        Assert.Equal(200, status);
        Assert.Equal(log.Select(change => change.ToJsonString()), file["changes"]!.AsArray().Select(change => change!.ToJsonString()));
    }

    static Task Found(Caller caller, string word) => Retry.Until(() => Search(caller, word), results => results.Count == 1, Patience);

    static async Task<JsonArray> Search(Caller caller, string words)
    {
        var (status, body) = await caller.Send(HttpMethod.Get, $"/api/search?q={Uri.EscapeDataString(words)}");
        Assert.Equal(200, status);
        return body["results"]!.AsArray();
    }

    static string Command(string type, params (string Name, string Value)[] fields)
    {
        var command = new JsonObject { ["commandId"] = Guid.NewGuid().ToString(), ["type"] = type };
        foreach (var (name, value) in fields) command[name] = value;
        return command.ToJsonString();
    }
}
