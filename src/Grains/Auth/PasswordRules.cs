using TaskList.Contracts;

namespace TaskList.Grains.Auth;

/// <summary>Long enough, not a guess that everybody tries first, not the user's own name. No rules about kinds of characters.</summary>
static class PasswordRules
{
    public const int Shortest = 10;
    public const int Longest = 128;

    // What lists of leaked passwords have at their top and what is long enough to get here.
    static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "0123456789", "0987654321", "12345678910", "123456789a", "1234567891", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx3edc",
        "qwertyuiop", "qwerty1234", "qwerty12345", "qwerty123456", "qwertyuiop123", "asdfghjkl1", "zxcvbnm123", "password12", "password123",
        "password1234", "password12345", "passw0rd123", "passwordpassword", "administrator", "letmein123", "welcome123", "iloveyou12",
        "iloveyou123", "changeme123", "football123", "princess123", "sunshine123", "йцукенгшщз", "йцукенгшщзхъ", "пароль1234", "пароль12345",
    };

    public static Refusal? Check(string password, EmailAddress email, string displayName)
    {
        var weak = password.Length is < Shortest or > Longest
            || password.AsSpan().Count(password[0]) == password.Length
            || Common.Contains(password)
            || Same(password, email.Value)
            || Same(password, displayName);
        return weak ? new Refusal(Codes.WeakPassword, Refusal.Json($$"""{"min":{{Shortest}},"max":{{Longest}}}""")) : null;
    }

    static bool Same(string password, string other) => string.Equals(password.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
