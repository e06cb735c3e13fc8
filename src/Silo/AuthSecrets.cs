using System.Security.Cryptography;
using TaskList.Grains.Auth;
using TaskList.ServiceDefaults;

namespace TaskList.Silo;

/// <summary>The silo's keys, one file each. Read at start: a process that cannot read them must not serve.</summary>
static class AuthSecrets
{
    public static AuthKeys Load(SecretFiles secrets) => new(Key(secrets, "email.key"), Key(secrets, "email-index.key"), Key(secrets, "session.key"));

    static byte[] Key(SecretFiles secrets, string name)
    {
        var key = secrets.LoadOrCreate(name, () => RandomNumberGenerator.GetBytes(AuthKeys.Bytes));
        return key.Length == AuthKeys.Bytes ? key : throw new InvalidOperationException($"The secret {name} must hold {AuthKeys.Bytes} bytes.");
    }
}
