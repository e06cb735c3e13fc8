using System.Globalization;
using System.Text;

namespace TaskList.Gateway.Lists.Export;

/// <summary>Names of files: safe on every system, with the day, so that no name is one that Windows keeps for itself.</summary>
static class ExportNames
{
    const int Longest = 60;

    public static string Of(string listName, DateTimeOffset now)
    {
        var safe = new StringBuilder();
        foreach (var rune in listName.EnumerateRunes())
        {
            if (safe.Length >= Longest) break;
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_') safe.Append(rune.ToString());
            else if (safe.Length > 0 && safe[^1] != ' ') safe.Append(' ');
        }

        var name = safe.ToString().Trim(' ', '-');
        return $"{(name.Length > 0 ? name : "list")} {now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }
}
