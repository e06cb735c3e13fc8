using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using TaskList.ServiceDefaults;

namespace TaskList.Gateway.Auth;

/// <summary>Encrypts the data-protection keys in the database with a secret that is not there, so that a copy of the database cannot make an operator's cookie.</summary>
sealed class KeyRingEncryption(SecretFiles secrets) : IXmlEncryptor
{
    const int NonceBytes = 12;
    const int TagBytes = 16;

    readonly byte[] _key = secrets.LoadOrCreate("data-protection.key", () => RandomNumberGenerator.GetBytes(32));

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return new EncryptedXmlInfo(new XElement("box", Convert.ToBase64String(box)), typeof(Decryption));
    }

    XElement Decrypt(XElement encrypted)
    {
        var box = Convert.FromBase64String(encrypted.Value);
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    /// <summary>Made by ASP.NET from the type's name, which is stored beside the box.</summary>
    internal sealed class Decryption(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<KeyRingEncryption>().Decrypt(encryptedElement);
    }
}
