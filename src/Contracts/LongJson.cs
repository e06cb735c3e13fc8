using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TaskList.Contracts;

/// <summary>
/// JSON of many megabytes, written in small pieces and put together once. The serializer's own way doubles a pooled buffer until all fits, and the pool keeps every size of it:
/// several times what a large list itself takes.
/// </summary>
public static class LongJson
{
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        var pieces = new Pieces();
        var options = type.Options;
        using (var writer = new Utf8JsonWriter(pieces, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true }))
            JsonSerializer.Serialize(writer, value, type);
        return pieces.Together();
    }

    sealed class Pieces : IBufferWriter<byte>
    {
        /// <summary>Not a large object for the garbage collector.</summary>
        const int PieceBytes = 64 << 10;

        readonly List<(byte[] Bytes, int Length)> _full = [];
        byte[] _piece = new byte[PieceBytes];
        int _length;

        public void Advance(int count) => _length += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (_piece.Length - _length < Math.Max(sizeHint, 1))
            {
                _full.Add((_piece, _length));
                _piece = new byte[Math.Max(sizeHint, PieceBytes)];
                _length = 0;
            }

            return _piece.AsMemory(_length);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public byte[] Together()
        {
            var all = new byte[_full.Sum(piece => piece.Length) + _length];
            var at = 0;
            foreach (var (bytes, length) in _full)
            {
                bytes.AsSpan(0, length).CopyTo(all.AsSpan(at));
                at += length;
            }

            _piece.AsSpan(0, _length).CopyTo(all.AsSpan(at));
            return all;
        }
    }
}
