using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace TaskList.Grains.Auth;

/// <summary>Makes and recognises the secrets of a family: its number and an HMAC over session, salt and number, in base64url.</summary>
sealed class RefreshTokens(AuthKeys keys)
{
    const int NumberBytes = sizeof(int);
    const int SecretBytes = NumberBytes + HMACSHA256.HashSizeInBytes;

    public string Make(Guid sessionId, SessionState state, int generation)
    {
        Span<byte> secret = stackalloc byte[SecretBytes];
        BinaryPrimitives.WriteInt32BigEndian(secret, generation);
        Seal(sessionId, state.Salt, secret[..NumberBytes], secret[NumberBytes..]);
        return Base64Url.EncodeToString(secret);
    }

    /// <summary>The number of a token of this family, or 0 for anything else.</summary>
    public int Recognise(Guid sessionId, SessionState state, string text)
    {
        Span<byte> secret = stackalloc byte[SecretBytes];
        if (text.Length != Base64Url.GetEncodedLength(SecretBytes) || !Base64Url.TryDecodeFromChars(text, secret, out var read) || read != SecretBytes) return 0;

        Span<byte> seal = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Seal(sessionId, state.Salt, secret[..NumberBytes], seal);
        return CryptographicOperations.FixedTimeEquals(seal, secret[NumberBytes..]) ? BinaryPrimitives.ReadInt32BigEndian(secret) : 0;
    }

    void Seal(Guid sessionId, byte[] salt, ReadOnlySpan<byte> number, Span<byte> seal)
    {
        Span<byte> id = stackalloc byte[16];
        sessionId.TryWriteBytes(id, bigEndian: true, out _);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.Session);
        hmac.AppendData("refresh|"u8);
        hmac.AppendData(id);
        hmac.AppendData(salt);
        hmac.AppendData(number);
        hmac.GetHashAndReset(seal);
    }
}
