using System.Security.Cryptography;
using System.Text;

namespace TaskList.Gateway.Lists.Import;

/// <summary>Ids that follow from the list and from Trello's: the same file imported into the same list again names the same things and adds nothing.</summary>
sealed class ImportIds(Guid listId)
{
    public Guid Of(string kind, string trelloId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{listId}/{kind}/{trelloId}"), hash);

        // Version 8 (made by a rule of our own), variant 10.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
