using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TaskList.Gateway.Users;

/// <summary>An invite's token is 256 random bits in base64url and is shown once; what is stored is its hash, the invite id.</summary>
static class InviteTokens
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static Guid IdOf(string token) => new(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16), bigEndian: true);
}
