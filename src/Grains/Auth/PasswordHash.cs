using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Konscious.Security.Cryptography;

namespace TaskList.Grains.Auth;

/// <summary>Argon2id as a PHC string. One takes tens of milliseconds and 19 MiB, so only <see cref="PasswordQueue"/> runs it.</summary>
static partial class PasswordHash
{
    const int MemoryKiB = 19_456;
    const int Passes = 2;
    const int Lanes = 1;
    const int SaltBytes = 16;
    const int TagBytes = 32;

    /// <summary>Checked instead of a password when the address is unknown, so that both take the same time. No password fits it.</summary>
    public static string OfNobody { get; } = Format(new byte[SaltBytes], new byte[TagBytes]);

    public static string Make(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Format(salt, Tag(password, salt, MemoryKiB, Passes, Lanes, TagBytes));
    }

    public static bool Fits(string password, string phc)
    {
        if (Phc().Match(phc) is not { Success: true } parts) throw new FormatException("A stored password hash is not Argon2id in PHC form.");

        var tag = Bytes(parts.Groups["tag"].Value);
        var made = Tag(password, Bytes(parts.Groups["salt"].Value), Number(parts, "m"), Number(parts, "t"), Number(parts, "p"), tag.Length);
        return CryptographicOperations.FixedTimeEquals(made, tag);
    }

    static byte[] Tag(string password, byte[] salt, int memoryKiB, int passes, int lanes, int length)
    {
        using var argon = new Argon2id(Encoding.UTF8.GetBytes(password))
        {
            Salt = salt,
            MemorySize = memoryKiB,
            Iterations = passes,
            DegreeOfParallelism = lanes,
        };
        return argon.GetBytes(length);
    }

    static string Format(byte[] salt, byte[] tag) =>
        string.Create(CultureInfo.InvariantCulture, $"$argon2id$v=19$m={MemoryKiB},t={Passes},p={Lanes}${Text(salt)}${Text(tag)}");

    static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    static byte[] Bytes(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));

    static int Number(Match parts, string name) => int.Parse(parts.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\$argon2id\$v=19\$m=(?<m>\d+),t=(?<t>\d+),p=(?<p>\d+)\$(?<salt>[A-Za-z0-9+/]+)\$(?<tag>[A-Za-z0-9+/]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Phc();
}
