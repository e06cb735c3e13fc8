using System.Buffers.Binary;
using System.Security.Cryptography;
using TaskList.Contracts.Notifications;

namespace TaskList.Grains.Notifications;

/// <summary>A notification's id follows from what it tells, so a change that is handed over twice notifies once.</summary>
static class NotificationIds
{
    public static Guid Derive(Guid listId, long version, Guid userId, NotificationKind kind, Guid? taskId)
    {
        Span<byte> told = stackalloc byte[16 + 8 + 16 + 4 + 16];
        listId.TryWriteBytes(told, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(told[16..], version);
        userId.TryWriteBytes(told[24..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(told[40..], (int)kind);
        (taskId ?? Guid.Empty).TryWriteBytes(told[44..], bigEndian: true, out _);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(told, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
