using System.Buffers;
using System.Security.Cryptography;
using TaskList.Contracts.Lists;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Lists;

/// <summary>One row of the log.</summary>
/// <param name="CommandHash">SHA-256 over actor, type and fields; a repeated id with another hash is a misuse.</param>
/// <param name="Conflicts">The first answer's conflicts as JSON, or null.</param>
/// <param name="ChainHash">SHA-256 over the previous row's chain hash and this row, so that an edited row shows.</param>
/// <param name="Change">The exact UTF-8 bytes that clients receive.</param>
/// <param name="Encoding">How <paramref name="Change"/> is to be read.</param>
sealed record LogRow(
    long Version, Guid CommandId, byte[] CommandHash, byte[]? Conflicts, Guid? ActorId, DateTime At, byte[] ChainHash, byte[] Change,
    short Encoding = LogRow.Format)
{
    /// <summary>Version of the encoding of <see cref="Change"/>. Every one ever written is read for ever.</summary>
    public const short Format = 1;

    /// <summary>Nobody need be told of it who does not look at the list.</summary>
    public bool Quiet { get; init; }

    static readonly byte[] NoConflicts = SHA256.HashData([]);

    public static readonly byte[] ChainStart = new byte[SHA256.HashSizeInBytes];

    public static LogRow Next(byte[] previousChain, ListChange change, byte[] commandHash, byte[]? conflicts)
    {
        var bytes = ListJson.Write(change);
        return new(
            change.Version, change.CommandId, commandHash, conflicts, change.ActorId, change.At, Chain(previousChain, commandHash, conflicts, bytes), bytes)
        {
            Quiet = QuietChanges.IsQuiet(change.Events),
        };
    }

    public static byte[] Chain(byte[] previous, byte[] commandHash, byte[]? conflicts, byte[] change)
    {
        // In one piece: an incremental hash is an object of the system's library, and making one costs more than the hash.
        const int Size = SHA256.HashSizeInBytes;
        var length = previous.Length + commandHash.Length + Size + change.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        previous.CopyTo(buffer, 0);
        commandHash.CopyTo(buffer, previous.Length);
        (conflicts is null ? NoConflicts : SHA256.HashData(conflicts)).CopyTo(buffer, previous.Length + commandHash.Length);
        change.CopyTo(buffer, length - change.Length);
        var hash = SHA256.HashData(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return hash;
    }
}
