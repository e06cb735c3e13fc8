using System.Security.Cryptography;
using System.Text;

namespace TaskList.Grains.Lists;

/// <summary>An id that follows from another one, so that whoever makes it again makes the same. A UUID of version 8.</summary>
static class DerivedId
{
    /// <param name="purpose">Tells apart what is made from the same id.</param>
    public static Guid Of(Guid from, string purpose)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. from.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(purpose)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
