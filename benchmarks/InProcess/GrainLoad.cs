using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.LoadGenerator;

namespace TaskList.InProcess;

/// <summary>Writers as tasks of this process, each with its next edit on the answer.</summary>
sealed class GrainLoad(IGrainFactory grains)
{
    const int Page = 500;

    readonly Guid _actor = Guid.NewGuid();

    public async Task<LoadResult> Run(LoadJob job)
    {
        var (clock, log) = (new LoadClock(job), new EditLog());
        foreach (var list in job.Lists) await Make(list);
        clock.Begin();
        var writers = await Task.WhenAll(
            from list in Enumerable.Range(0, job.Lists.Length)
            from n in Enumerable.Range(0, job.Writers)
            select Task.Run(() => Write(job.Lists[list], n, (short)list, clock, log)));
        var cpu = await clock.Cpu;
        var accepted = writers.Sum(writer => writer.Accepted);
        var readBack = (await Task.WhenAll(job.Lists.Select(list => ReadBack(list.ListId, log)))).Sum();
        return new LoadResult
        {
            EditsPerSecond = writers.Sum(writer => writer.Measured) / clock.Seconds,
            Answer = Latencies.Of(writers.Select(writer => writer.Answers)),
            Accepted = accepted,
            ReadBack = readBack,
            Seconds = clock.Seconds,
            Cpu = cpu,
            Faults = readBack == accepted ? [] : [$"{accepted - readBack} accepted edits are not in the log."],
        };
    }

    /// <summary>What a list of so many tasks keeps in memory once it is active; bytes a task.</summary>
    public async Task<LoadResult> Weigh(int tasks)
    {
        var list = new LoadList(Guid.NewGuid(), [.. Enumerable.Range(0, tasks).Select(_ => Guid.CreateVersion7())], null);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Make(list);
        await grains.GetGrain<IListGrain>(list.ListId).Execute(_actor, Json($$"""{"commandId":"{{Guid.NewGuid()}}","type":"renameList","name":"Weighed"}"""), null);
        return new LoadResult { Bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / tasks };
    }

    async Task Make(LoadList list)
    {
        var grain = grains.GetGrain<IListGrain>(list.ListId);
        await grain.Create(_actor, "List", []);
        await grain.Execute(_actor, Json($$"""{"commandId":"{{Guid.NewGuid()}}","type":"addSection","sectionId":"{{list.ListId}}","name":"Section"}"""), null);
        foreach (var part in list.TaskIds.Chunk(Page))
        {
            await grain.ExecuteBatch(_actor, [.. part.Select(taskId => Json(
                $$"""{"commandId":"{{Guid.NewGuid()}}","type":"addTask","taskId":"{{taskId}}","sectionId":"{{list.ListId}}","title":"Something that has to be done"}"""))]);
        }
    }

    async Task<GrainWriter> Write(LoadList list, int n, short listNumber, LoadClock clock, EditLog log)
    {
        var writer = new GrainWriter();
        var grain = grains.GetGrain<IListGrain>(list.ListId);
        var taskId = list.TaskIds[n % list.TaskIds.Length];
        while (Stopwatch.GetTimestamp() < clock.End)
        {
            var number = log.Next();
            log.Lists[number] = listNumber;
            var command = new RawJson(log.Command(number, taskId));
            var sent = Stopwatch.GetTimestamp();
            var answer = await grain.Execute(_actor, command, null);
            var now = Stopwatch.GetTimestamp();
            if (!answer.Accepted) throw new InvalidOperationException($"An edit was not accepted: {answer.Code}.");
            log.Versions[number] = answer.Version!.Value;
            writer.Accepted++;
            if (clock.Measures(now)) writer.Measured++;
            if (clock.Measures(sent)) writer.Answers.Add(sent, now);
        }

        return writer;
    }

    async Task<long> ReadBack(Guid listId, EditLog log)
    {
        var found = 0L;
        for (var after = 0L; ;)
        {
            var answer = await grains.GetGrain<IListGrain>(listId).Changes(_actor, new ChangesRequest(listId, after, Page));
            if (answer.Value!.Changes.Length == 0) return found;
            foreach (var bytes in answer.Value.Changes)
            {
                using var change = JsonDocument.Parse(bytes.Utf8);
                after = change.RootElement.GetProperty("version").GetInt64();
                var number = log.NumberOf(change.RootElement.GetProperty("commandId").GetString()!);
                if (number >= 0 && log.Versions[number] == after) found++;
            }
        }
    }

    static RawJson Json(string text) => new(Encoding.UTF8.GetBytes(text));

    sealed class GrainWriter
    {
        public Latencies Answers { get; } = new();

        public long Accepted { get; set; }

        public long Measured { get; set; }
    }
}
