using System.Buffers.Text;
using System.Security.Cryptography;

namespace TaskList.Gateway.Auth;

/// <summary>
/// A personal API token as text: a prefix that people and secret scanners recognise, then user, token id and 256 random bits in base64url. The ids say where to look it up.
/// </summary>
static class ApiTokenText
{
    public const string Prefix = "tasklist_pat_";

    const int IdBytes = 16;
    const int SecretBytes = 32;
    const int Bytes = IdBytes + IdBytes + SecretBytes;

    public static (string Text, Guid TokenId, byte[] SecretHash) New(Guid userId)
    {
        var tokenId = Guid.CreateVersion7();
        Span<byte> bytes = stackalloc byte[Bytes];
        userId.TryWriteBytes(bytes, bigEndian: true, out _);
        tokenId.TryWriteBytes(bytes[IdBytes..], bigEndian: true, out _);
        RandomNumberGenerator.Fill(bytes[(2 * IdBytes)..]);
        return (Prefix + Base64Url.EncodeToString(bytes), tokenId, SHA256.HashData(bytes[(2 * IdBytes)..]));
    }

    public static bool IsOne(string token) => token.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Null for what cannot be a token.</summary>
    public static (Guid UserId, Guid TokenId, byte[] SecretHash)? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (!IsOne(token) || token.Length != Prefix.Length + Base64Url.GetEncodedLength(Bytes)) return null;
        if (!Base64Url.TryDecodeFromChars(token.AsSpan(Prefix.Length), bytes, out var read) || read != Bytes) return null;

        return (new Guid(bytes[..IdBytes], bigEndian: true), new Guid(bytes[IdBytes..(2 * IdBytes)], bigEndian: true), SHA256.HashData(bytes[(2 * IdBytes)..]));
    }
}
