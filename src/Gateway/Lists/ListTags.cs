using System.Globalization;
using Microsoft.Extensions.Primitives;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>A list's version as an HTTP entity tag: <c>"&lt;historyId&gt;.&lt;version&gt;"</c>.</summary>
static class ListTags
{
    public static string Format(Guid historyId, long version) => string.Create(CultureInfo.InvariantCulture, $"\"{historyId}.{version}\"");

    /// <summary>Null for anything that is not exactly one of our tags; a proxy may have made it weak.</summary>
    public static ListTag? Parse(StringValues header)
    {
        var text = header.Count == 1 ? header[0] : null;
        if (text is null) return null;
        if (text.StartsWith("W/", StringComparison.Ordinal)) text = text[2..];
        if (text is not ['"', .. var tag, '"'] || tag.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot)) return null;
        return Guid.TryParseExact(tag[..dot], "D", out var historyId) && long.TryParse(tag[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ListTag(historyId, version)
            : null;
    }
}
