using System.Text;

namespace TaskList.Grains.Auth;

/// <summary>An address in the one form that is stored and looked up: trimmed, composed, lower-case.</summary>
public readonly record struct EmailAddress
{
    public const int Longest = 254;

    EmailAddress(string value) => Value = value;

    public string Value { get; }

    /// <summary>Only what is plainly no address is turned away; whether mail arrives is for a confirmation to say.</summary>
    public static bool TryParse(string text, out EmailAddress address)
    {
        address = default;
        if (text.Length > Longest * 2 || !IsWellFormed(text)) return false;

        var value = text.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (value.Length > Longest || at < 1 || at == value.Length - 1 || at != value.LastIndexOf('@')) return false;
        if (value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return false;

        address = new EmailAddress(value);
        return true;
    }

    /// <summary>Keeps the address out of logs.</summary>
    public override string ToString() => nameof(EmailAddress);

    // Half a surrogate pair cannot be composed, nor written as UTF-8.
    static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return false;
            i++;
        }

        return true;
    }
}
