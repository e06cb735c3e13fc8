using System.Buffers;
using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists.Export;

/// <summary>
/// All that a list is and was: the snapshot and every change up to it, each as the log has it. Written page by page, and each page is asked for as the caller:
/// whoever is removed meanwhile gets a file that breaks off. A file that is whole ends with its last bracket.
/// </summary>
sealed class JsonExport(IListGrain list, Guid listId, Guid userId, HttpContext context)
{
    static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = MinimalEncoder.Instance };

    public async Task Write(Stream to, Guid historyId, long version, RawJson snapshot, Person[] people)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(TimeLimit);
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("{\"format\":\"tasklist.list\",\"formatVersion\":1,\"people\":"u8);
        buffer.Write(JsonSerializer.SerializeToUtf8Bytes(people, Plain));
        buffer.Write(",\"snapshot\":"u8);
        buffer.Write(snapshot.Utf8.Span);
        buffer.Write(",\"changes\":["u8);
        await Flush(buffer, to, limit.Token);

        for (var done = 0L; done < version;)
        {
            var page = await Page(new ChangesRequest(listId, done, ListLimits.ChangesPerAnswer, historyId) { FromReplica = true });
            if (page is not { Changes.Length: > 0 })
            {
                context.Abort();
                return;
            }

            foreach (var change in page.Changes.Take((int)Math.Min(version - done, int.MaxValue)))
            {
                if (done++ > 0) buffer.Write(",\n"u8);
                buffer.Write(change.Utf8.Span);
            }

            await Flush(buffer, to, limit.Token);
        }

        buffer.Write("]}"u8);
        await Flush(buffer, to, limit.Token);
    }

    /// <summary>Null when there is nothing more to get: removed, or the past has changed.</summary>
    async Task<ChangesAnswer?> Page(ChangesRequest request)
    {
        var page = await ClusterCalls.Retry(() => list.Changes(userId, request));
        return page.Ok && page.Value.HistoryId == request.HistoryId ? page.Value : null;
    }

    static async Task Flush(ArrayBufferWriter<byte> buffer, Stream to, CancellationToken stop)
    {
        await to.WriteAsync(buffer.WrittenMemory, stop);
        await to.FlushAsync(stop);
        buffer.ResetWrittenCount();
    }
}
