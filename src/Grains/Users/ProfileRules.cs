using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Users;

namespace TaskList.Grains.Users;

/// <summary>What a display name, a language and a time zone may be.</summary>
static class ProfileRules
{
    const int LongestTimeZone = 64;

    /// <summary>The patch in the form that is stored, or the first thing wrong with it. What is null is not looked at.</summary>
    public static Result<ProfilePatch> Check(string? displayName, string? language, string? timeZone)
    {
        var name = displayName?.Trim().Normalize();
        if (name is not null)
        {
            if (name.Length == 0) return Refusal.With(Codes.Blank, "field", "displayName");
            if (name.Length > ListLimits.Name) return Refusal.TooLong("displayName", ListLimits.Name);
            if (name.Any(char.IsControl)) return Refusal.With(Codes.InvalidField, "field", "displayName");
        }

        if (language is not (null or "en" or "ru")) return Refusal.With(Codes.InvalidField, "field", "language");
        if (timeZone is not null && !IsZoneName(timeZone)) return Refusal.With(Codes.InvalidField, "field", "timeZone");
        return new ProfilePatch(name, language, timeZone);
    }

    // By form only: small container images carry no list of zones, and browsers know newer ones than servers.
    static bool IsZoneName(string text) =>
        text.Length is > 0 and <= LongestTimeZone && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+');
}
