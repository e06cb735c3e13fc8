using System.Security.Cryptography;
using System.Text;

namespace TaskList.Grains.Auth;

/// <summary>The blind index: finds the login of an address without storing the address. Without the key nobody can try addresses against it.</summary>
public sealed class EmailIndex(AuthKeys keys)
{
    public Guid LoginKey(EmailAddress address) => new(Hash("login|" + address.Value)[..16], bigEndian: true);

    /// <summary>A name for where a sign-in comes from, for counting wrong attempts; it cannot be turned back into a network address.</summary>
    public Guid SourceKey(string source) => new(Hash("source|" + source)[..16], bigEndian: true);

    ReadOnlySpan<byte> Hash(string text) => HMACSHA256.HashData(keys.EmailIndex, Encoding.UTF8.GetBytes(text));
}
