using System.Diagnostics;
using System.Text.Json.Nodes;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>A client that adds tasks at a steady pace and, as the protocol says, sends an undecided command again with the same id.</summary>
static class CommandLoad
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What was acknowledged, with the version of the answer.</summary>
    /// <param name="took">Told how long each acknowledgement took.</param>
    public static async Task<List<(Guid CommandId, long Version)>> Run(Caller caller, string listId, TimeSpan pace, CancellationToken stop, Action<TimeSpan>? took = null)
    {
        List<(Guid, long)> acknowledged = [];
        while (!stop.IsCancellationRequested)
        {
            var commandId = Guid.NewGuid();
            var command = Caller.AddTask(listId, commandId);
            var sent = Stopwatch.GetTimestamp();
            var answer = await Retry.Until(() => caller.Execute(listId, command), a => a.Status is 200 or (>= 400 and < 500), Patience);
            Assert.Equal(200, answer.Status);
            took?.Invoke(Stopwatch.GetElapsedTime(sent));
            acknowledged.Add((commandId, answer.Body["version"]!.GetValue<long>()));
            await Task.Delay(pace, CancellationToken.None);
        }

        return acknowledged;
    }

    /// <summary>Versions without gaps, every acknowledged command once and at the version of its answer.</summary>
    public static void AssertInLog(IReadOnlyCollection<(Guid CommandId, long Version)> acknowledged, List<JsonNode> log)
    {
        Assert.Equal(Enumerable.Range(1, log.Count).Select(v => (long)v), log.Select(change => change["version"]!.GetValue<long>()));
        var byCommand = log.ToDictionary(change => change["commandId"]!.GetValue<string>(), change => change["version"]!.GetValue<long>());
        Assert.All(acknowledged, a => Assert.Equal(a.Version, byCommand[a.CommandId.ToString()]));
    }
}
