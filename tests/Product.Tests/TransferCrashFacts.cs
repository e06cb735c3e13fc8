using System.Text.Json;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>The process dies by SIGKILL while tasks are on their way from one list to another.</summary>
[Collection<OneMortalProduct>]
public sealed class TransferCrashFacts(StandaloneProduct product)
{
    const int Tasks = 60;

    [Fact]
    public async Task EveryTaskEndsInExactlyOneList()
    {
        await using var owner = await Caller.SignUp(product.Host.Url);
        var (source, target) = (await owner.NewList(), await owner.NewList());
        string[] ids = [.. Enumerable.Range(0, Tasks).Select(_ => Guid.NewGuid().ToString())];
        var added = await owner.Send(HttpMethod.Post, $"/api/lists/{source}/commands:batch", JsonSerializer.Serialize(
            ids.Select(taskId => new { commandId = Guid.NewGuid(), type = "addTask", taskId, sectionId = source, title = "Task" })));
        Assert.Equal(200, added.Status);

        var transfers = ids.Select(taskId => Retry.Until(
            () => owner.Execute(source, JsonSerializer.Serialize(new { commandId = Guid.NewGuid(), type = "transferTask", taskId, toListId = target, toSectionId = target })),
            answer => answer.Status is 200 or 404 or 409,
            TimeSpan.FromSeconds(60))).ToArray();

        // In the middle of them, if the machine is as usual; wherever it is, nothing may be lost.
        await Task.WhenAny(transfers);
        await product.Host.KillAsync();
        await product.Host.StartAsync();
        await Task.WhenAll(transfers);

        // Nobody opens the source: what was left in the middle is taken up by the log's reader.
        var arrived = await Retry.Until(() => TasksOf(target), tasks => tasks.Count == Tasks, TimeSpan.FromSeconds(60));
        Assert.Equal(ids.Order(), arrived.Order());
        Assert.Empty(await Retry.Until(() => TasksOf(source), tasks => tasks.Count == 0, TimeSpan.FromSeconds(20)));
        var log = await owner.Log(target);
        var received = log.SelectMany(change => change["events"]!.AsArray()).Where(e => e!["type"]!.GetValue<string>() == "taskReceived");
        Assert.Equal(Tasks, received.Count());

        async Task<List<string>> TasksOf(string listId)
        {
            var (status, body) = await owner.Send(HttpMethod.Get, $"/api/lists/{listId}");
            return status == 200 ? [.. body["tasks"]!.AsArray().Select(task => task!["taskId"]!.GetValue<string>())] : [.. Enumerable.Repeat("", Tasks + 1)];
        }
    }
}
