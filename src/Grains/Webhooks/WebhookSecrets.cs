using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TaskList.Grains.Auth;

namespace TaskList.Grains.Webhooks;

/// <summary>Secrets of webhooks: made, kept sealed under a key that follows from <c>email.key</c>, and used to sign.</summary>
sealed class WebhookSecrets(AuthKeys keys)
{
    const string Prefix = "whsec_";
    const int NonceBytes = 12;
    const int TagBytes = 16;

    readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Email, AuthKeys.Bytes, info: "webhook.secret"u8.ToArray());

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static bool CanBe(string secret) =>
        secret.Length is >= 16 and <= 256 && secret.All(char.IsAscii) && !secret.Any(c => char.IsControl(c) || c == ' ')
        && (!secret.StartsWith(Prefix, StringComparison.Ordinal) || Base64.IsValid(secret.AsSpan(Prefix.Length)));

    /// <summary>In the form of the header: over id, time and body, joined by dots.</summary>
    public static string Sign(string secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        var key = secret.StartsWith(Prefix, StringComparison.Ordinal) ? Convert.FromBase64String(secret[Prefix.Length..]) : Encoding.ASCII.GetBytes(secret);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.ASCII.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return $"v1,{Convert.ToBase64String(hmac.GetHashAndReset())}";
    }

    public byte[] Seal(Guid webhookId, string secret)
    {
        var plain = Encoding.ASCII.GetBytes(secret);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), webhookId.ToByteArray(bigEndian: true));
        return box;
    }

    /// <exception cref="CryptographicException">It was sealed under another key, or for another webhook.</exception>
    public string Open(Guid webhookId, byte[] box)
    {
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain, webhookId.ToByteArray(bigEndian: true));
        return Encoding.ASCII.GetString(plain);
    }
}
