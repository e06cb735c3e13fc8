using System.Buffers.Text;

namespace TaskList.LoadGenerator;

/// <summary>Numbers out of JSON whose shape is known, without parsing the rest.</summary>
static class Numbers
{
    /// <summary>The number behind the first <paramref name="name"/>, or -1.</summary>
    public static long After(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        var at = json.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(json[(at + name.Length)..], out long number, out _) ? number : -1;
    }

    /// <summary>The number at the start, which the protocol promises.</summary>
    public static long AtStart(ReadOnlySpan<byte> text, out int length) =>
        Utf8Parser.TryParse(text, out long number, out length) ? number : throw new IOException("A number was expected.");
}
