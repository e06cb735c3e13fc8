using System.Globalization;
using System.Text.RegularExpressions;

namespace TaskList.Grains.Search;

/// <summary>What somebody typed, taken apart for Postgres.</summary>
/// <param name="Whole">In the form that Postgres calls websearch.</param>
/// <param name="Head">The part before <paramref name="LastWord"/>.</param>
/// <param name="LastWord">Letters and digits only; it may be the beginning of a word. Null when what stands last is a phrase or is not wanted.</param>
/// <param name="Key">With <paramref name="Number"/>: a task named by its number, OPS-42; without a key, 42 or #42.</param>
sealed partial record SearchText(string Whole, string Head, string? LastWord, string? Key, int? Number)
{
    public static SearchText Parse(string typed)
    {
        var text = typed.Trim().Replace('\0', ' ').Replace('ё', 'е').Replace('Ё', 'Е');
        var (head, last) = Split(text);
        var number = TaskNumber().Match(text);
        return new SearchText(
            text,
            head,
            last,
            number.Groups["key"] is { Success: true } key ? key.Value.ToUpperInvariant() : null,
            number.Success ? int.Parse(number.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null);
    }

    static (string Head, string? LastWord) Split(string text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        var isUnwanted = start > 0 && text[start - 1] == '-' && (start == 1 || char.IsWhiteSpace(text[start - 2]));
        var isInPhrase = text.Count(c => c == '"') % 2 == 1;
        return start == text.Length || isUnwanted || isInPhrase ? (text, null) : (text[..start], text[start..]);
    }

    [GeneratedRegex(@"^(?:#|(?<key>[A-Za-z][A-Za-z0-9]{1,5})-)?(?<number>[0-9]{1,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex TaskNumber();
}
