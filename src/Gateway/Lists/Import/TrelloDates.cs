using System.Globalization;

namespace TaskList.Gateway.Lists.Import;

static class TrelloDates
{
    /// <summary>UTC, or null for what is no time.</summary>
    public static DateTime? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;

    /// <summary>The same, and a text that is no time is reported.</summary>
    public static DateTime? Parse(string? text, ImportTally tally)
    {
        var time = Parse(text);
        if (time is null && !string.IsNullOrEmpty(text)) tally.Drop(ImportKinds.Dates, DropReasons.Invalid);
        return time;
    }
}
