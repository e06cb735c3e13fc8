using System.Text.Encodings.Web;

namespace TaskList.Contracts;

/// <summary>Escapes only what JSON demands, so that Cyrillic and emoji stay readable in the log, on the wire and in exports. The stock relaxed encoder escapes emoji.</summary>
public sealed class MinimalEncoder : JavaScriptEncoder
{
    public static readonly MinimalEncoder Instance = new();

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\';

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < span.Length; i++)
        {
            if (WillEncode(span[i])) return i;

            // A surrogate without its partner is no text; the base class turns it into U+FFFD.
            if (char.IsSurrogate(span[i]) && !(char.IsHighSurrogate(span[i]) && i + 1 < span.Length && char.IsLowSurrogate(span[++i]))) return i;
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        var escape = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            < 0x20 => $"\\u{unicodeScalar:x4}",
            _ => char.ConvertFromUtf32(unicodeScalar),
        };
        numberOfCharactersWritten = escape.TryCopyTo(output) ? escape.Length : 0;
        return numberOfCharactersWritten > 0;
    }
}
