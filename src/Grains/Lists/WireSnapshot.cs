using System.IO.Compression;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>The picture of one version in wire form. The list's turn only gathers it; writing and compressing happen beside it, once, for all who ask.</summary>
/// <param name="state">Part of what it is the picture of: after a batch was thrown away the same version can mean something else.</param>
sealed class WireSnapshot(ListState state, Guid historyId)
{
    /// <summary>Reaches from a task back to its id in its section's order, in a list of 20,000.</summary>
    const int BrotliWindow = 24;

    /// <summary>Below 5 it does not use the large window well; above, time grows faster than the answer shrinks.</summary>
    const int BrotliQuality = 5;

    ListSnapshot? _picture = state.ToSnapshot(historyId);
    Task<byte[]>? _bytes;
    Task<byte[]>? _compressed;

    public Guid HistoryId { get; } = historyId;

    public long Version { get; } = state.Version;

    public bool IsOf(ListState current, Guid currentHistory) => current == state && current.Version == Version && currentHistory == HistoryId;

    public Task<byte[]> Bytes()
    {
        if (_bytes is not null) return _bytes;
        var picture = _picture!;
        _picture = null;
        return _bytes = Task.Run(() => ListJson.Write(picture));
    }

    public Task<byte[]> Compressed() => _compressed ??= Compress(Bytes());

    static async Task<byte[]> Compress(Task<byte[]> written)
    {
        var bytes = await written;
        return await Task.Run(() =>
        {
            var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
            return BrotliEncoder.TryCompress(bytes, buffer, out var length, BrotliQuality, BrotliWindow)
                ? buffer.AsSpan(0, length).ToArray()
                : throw new InvalidOperationException("Brotli needs more room than it said.");
        });
    }
}
