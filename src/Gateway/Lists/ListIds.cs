using System.Diagnostics.CodeAnalysis;

namespace TaskList.Gateway.Lists;

/// <summary>Ids in paths and calls: lower-case UUIDs. Anything else is the id of no list.</summary>
static class ListIds
{
    public static bool TryParse([NotNullWhen(true)] string? text, out Guid id) => Guid.TryParseExact(text, "D", out id) && text == id.ToString();
}
