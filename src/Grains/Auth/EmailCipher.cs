using System.Security.Cryptography;
using System.Text;

namespace TaskList.Grains.Auth;

/// <summary>E-mail addresses at rest: AES-256-GCM under a random nonce. Purpose, user and key are bound in, so an address moved to another user's row does not open.</summary>
public sealed class EmailCipher(AuthKeys keys)
{
    const int NonceBytes = 12;
    const int TagBytes = 16;

    readonly string _keyId = Convert.ToHexStringLower(SHA256.HashData(keys.Email))[..8];

    /// <summary>Form: key id, a dot, base64 of nonce, tag and ciphertext.</summary>
    public string Encrypt(Guid userId, string email)
    {
        var plain = Encoding.UTF8.GetBytes(email);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Email, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Binding(userId));
        return $"{_keyId}.{Convert.ToBase64String(box)}";
    }

    /// <exception cref="CryptographicException">The text is not this user's address under this key.</exception>
    public string Decrypt(Guid userId, string stored)
    {
        if (!stored.StartsWith(_keyId + ".", StringComparison.Ordinal))
            throw new CryptographicException("The address was encrypted with another key than email.key.");

        var box = Convert.FromBase64String(stored[(_keyId.Length + 1)..]);
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(keys.Email, TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain, Binding(userId));
        return Encoding.UTF8.GetString(plain);
    }

    byte[] Binding(Guid userId) => Encoding.UTF8.GetBytes($"user.email|{userId}|{_keyId}");
}
