using System.Globalization;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>A point of a list's past as it stands in a query: a version, or an RFC 3339 time.</summary>
static class PastPoints
{
    /// <summary>Null for anything else; a time without an offset means something else on every machine.</summary>
    public static PastPoint? Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return new PastPoint(version, null);

        // An unescaped plus arrives as a space.
        var time = text.Replace(' ', '+');
        var hasOffset = time.EndsWith('Z') || time.LastIndexOfAny(['+', '-']) > time.IndexOf('T', StringComparison.Ordinal);
        return time.Contains('T', StringComparison.Ordinal) && hasOffset
            && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new PastPoint(null, at.UtcDateTime)
            : null;
    }
}
