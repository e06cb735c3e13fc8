using System.Globalization;
using System.Text;

namespace TaskList.Grains.Lists;

/// <summary>The letters in front of task numbers: OPS-42. Two to six of A to Z and digits, the first a letter.</summary>
static class ListKeys
{
    const int Shortest = 2;
    const int Longest = 6;
    const int WordLetters = 4;

    static readonly string[] Cyrillic =
    [
        "A", "B", "V", "G", "D", "E", "ZH", "Z", "I", "Y", "K", "L", "M", "N", "O", "P",
        "R", "S", "T", "U", "F", "KH", "TS", "CH", "SH", "SCH", "", "Y", "", "E", "YU", "YA",
    ];

    public static bool IsKey(string text) =>
        text.Length is >= Shortest and <= Longest && char.IsAsciiLetterUpper(text[0]) && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    /// <summary>One word gives its first letters, several give their initials; a name without usable letters gives LIST.</summary>
    public static string From(string name)
    {
        string[] words = [.. Words(name).Select(Latin).Select(word => word.TrimStart([.. "0123456789"])).Where(word => word.Length > 0)];
        var key = words.Length switch
        {
            0 => "",
            1 => words[0][..Math.Min(WordLetters, words[0].Length)],
            _ => string.Concat(words.Take(Longest).Select(word => word[0])),
        };
        return IsKey(key) ? key : key.Length == 1 ? key + key : "LIST";
    }

    static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0) yield return word.ToString();
    }

    /// <summary>Upper-case letters and digits of ASCII; accents are dropped, Cyrillic is transliterated, other scripts are left out.</summary>
    static string Latin(string word)
    {
        var latin = new StringBuilder();
        foreach (var c in word.ToUpperInvariant())
        {
            if (c == 'Ё') latin.Append('E');
            else if (c is >= 'А' and <= 'Я') latin.Append(Cyrillic[c - 'А']);
            else latin.Append(string.Concat($"{c}".Normalize(NormalizationForm.FormD).Where(char.IsAscii).Where(char.IsLetterOrDigit)));
        }

        return latin.ToString().ToUpper(CultureInfo.InvariantCulture);
    }
}
