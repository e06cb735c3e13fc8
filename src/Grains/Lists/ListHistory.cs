using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>Who did what, and what it wrote over: pages of a list's log, newest first, each change with a picture of what was there before.</summary>
sealed class ListHistory(ListLog log, ListPast past)
{
    /// <summary>Rows that one page looks through for a task; a page may come back with few entries and still name where to go on.</summary>
    const int ScannedRows = 10_000;

    const int MaxBytes = 512 << 10;

    /// <param name="head">The newest version that may be shown.</param>
    public async Task<RawJson> Page(Guid listId, long head, HistoryRequest request)
    {
        var before = Math.Min(request.Before ?? long.MaxValue, head + 1);
        var bottom = Math.Max(1, before - ScannedRows);
        var limit = Math.Clamp(request.Limit, 1, ListLimits.HistoryEntries);
        var (versions, more) = await log.Concerning(listId, before, bottom, request.TaskId, limit, MaxBytes);

        Dictionary<long, byte[]> entries = [];
        if (versions.Count > 0)
        {
            var wanted = versions.ToHashSet();
            await past.Play(listId, versions[^1] - 1, versions[0], (state, row, change) =>
            {
                if (!wanted.Contains(row.Version) || !Concerns(state, change, request.TaskId)) state.Apply(change);
                else entries.Add(row.Version, Entry(row, EventBefore.OfAll(state, change)));
            });
        }

        var next = more || versions.Count == limit ? versions[^1] : bottom;
        return Write([.. versions.Where(entries.ContainsKey).Select(version => entries[version])], next > 1 ? next : null);
    }

    static bool Concerns(ListState state, ListChange change, Guid? taskId) => taskId is not { } id || change.Events.Any(happened => happened.IsAbout(id, state));

    static byte[] Entry(LogRow row, IReadOnlyList<RawJson?> before)
    {
        var buffer = new ArrayBufferWriter<byte>(row.Change.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer))
        using (var change = JsonDocument.Parse(row.Change))
        {
            writer.WriteStartObject();
            foreach (var member in change.RootElement.EnumerateObject())
            {
                if (member.NameEquals("listId")) continue;
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(member.Value), skipInputValidation: true);
            }

            writer.WriteStartArray("before");
            foreach (var picture in before)
            {
                if (picture is { } json) writer.WriteRawValue(json.Utf8.Span, skipInputValidation: true);
                else writer.WriteNullValue();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    static RawJson Write(IReadOnlyList<byte[]> entries, long? nextBefore)
    {
        var buffer = new ArrayBufferWriter<byte>(entries.Sum(entry => entry.Length) + 64);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("entries");
            foreach (var entry in entries) writer.WriteRawValue(entry, skipInputValidation: true);
            writer.WriteEndArray();
            if (nextBefore is { } next) writer.WriteNumber("nextBefore", next);
            writer.WriteEndObject();
        }

        return new RawJson(buffer.WrittenMemory);
    }
}
