using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using TaskList.Grains.Notifications;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>
/// Bytes of every event type as releases have written them. They are never made anew: a new type or form gets lines of its own. What they amount to is held by the hash of the
/// picture that clients would get, in the file's last line.
/// </summary>
public sealed class GoldenFacts
{
    static readonly string Folder = Path.Combine(Root(), "tests", "data", "golden", "lists");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.jsonl").Select(file => Path.GetFileName(file))];

    [Theory, MemberData(nameof(Files))]
    public void WhatWasWrittenOnceIsReadTheSameForEver(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var state = new ListState(ListJson.ReadChange(Encoding.UTF8.GetBytes(lines[0])).ListId);
        foreach (var line in lines[..^1])
        {
            var change = ListJson.ReadChange(Encoding.UTF8.GetBytes(line));
            Assert.Equal(line, Encoding.UTF8.GetString(ListJson.Write(change)));
            state.Apply(change);
        }

        Assert.Equal(lines[^1], Hash(state));
    }

    /// <summary>A snapshot of the first release, from before stamps, limits and watchers: what it lacks is read as nothing.</summary>
    [Fact]
    public void SnapshotOfTheFirstReleaseIsRead()
    {
        var state = ListState.FromStored(Guid.Empty, StoredList.FromBytes(File.ReadAllBytes(Path.Combine(Folder, "stored-1.json"))));
        var (task, gone) = (Assert.Single(state.Sections.First().Tasks), state.AllTasks.Last());
        Assert.Equal(("Ёж 😀", 7L, 1, 2), (task.Content.Title, task.Content.Stamps.Of("title")!.Value.Version, state.TaskCount, state.LastNumber));
        Assert.Equal((true, 0), (gone.Deleted, task.Content.Watchers.Length));
        var again = ListState.FromStored(Guid.Empty, StoredList.FromBytes(state.ToStored().ToBytes()));
        Assert.Equal(state.ToStored().ToBytes(), again.ToStored().ToBytes());
    }

    /// <summary>
    /// What is kept of old logs. Another hash means that snapshots of the last release no longer say what a replay says: raise <see cref="StoredList.Format"/>, then write the new hashes here.
    /// </summary>
    [Theory]
    [InlineData("format-1.jsonl", "ce5cf4499898d66fcd3114be7c1a0ac5318802ce88c5dae32abe48c9a9adf903")]
    [InlineData("format-1-first-release.jsonl", "28dbda9ceae6801e2501d19de6cb14716a6a61031fb789cc310ede1f812b0748")]
    public void StateOfAnOldLogIsKeptInTheFormOfThisFormat(string file, string hash)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var state = new ListState(ListJson.ReadChange(Encoding.UTF8.GetBytes(lines[0])).ListId);
        foreach (var line in lines[..^1]) state.Apply(ListJson.ReadChange(Encoding.UTF8.GetBytes(line)));
        Assert.Equal((3, hash), (StoredList.Format, Convert.ToHexStringLower(SHA256.HashData(state.ToStored().ToBytes()))));
    }

    [Fact]
    public void NoEventTypeIsMissing()
    {
        var written = Directory.GetFiles(Folder, "*.jsonl").SelectMany(File.ReadAllLines).Where(line => line.StartsWith('{'))
            .SelectMany(line => ListJson.ReadChange(Encoding.UTF8.GetBytes(line)).Events).Select(happened => happened.GetType()).ToHashSet();
        Assert.Empty(typeof(ListEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(known => known.DerivedType).Except(written));
    }

    [Fact]
    public void NothingThatIsQuietIsNews()
    {
        var quiet = 0;
        foreach (var line in Directory.GetFiles(Folder, "*.jsonl").SelectMany(File.ReadAllLines).Where(line => line.StartsWith('{')))
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            var events = ListJson.ReadChange(bytes).Events;
            if (!QuietChanges.IsQuiet(events)) continue;
            quiet++;
            Assert.Empty(UserNewsReader.Read(bytes).News);
            Assert.DoesNotContain(events, happened => happened is TaskTransferStarted);
        }

        Assert.True(quiet > 10);
    }

    static string Hash(ListState state) => Convert.ToHexStringLower(SHA256.HashData(ListJson.Write(state.ToSnapshot(Guid.Empty))));

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TaskList.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
