using System.Buffers.Text;
using System.Text;

namespace TaskList.LoadGenerator;

/// <summary>The edits of one job by number: when each was sent, and at which version it was accepted. The number stands in the command id and in the title, so that a change tells which edit it is.</summary>
sealed class EditLog
{
    const int Most = 1_000_000;
    const int Digits = 10;

    static readonly byte[] TitleStart = "\"title\":\"Edit "u8.ToArray();

    readonly string _run = Guid.NewGuid().ToString("N")[..8];
    long _count;

    /// <summary>When an edit was sent, by its number.</summary>
    public long[] SentAt { get; } = new long[Most];

    /// <summary>The version an edit was accepted at; 0 when it was not.</summary>
    public long[] Versions { get; } = new long[Most];

    /// <summary>Which of the job's lists it went to.</summary>
    public short[] Lists { get; } = new short[Most];

    public long Count => Interlocked.Read(ref _count);

    public long Next() => Interlocked.Increment(ref _count) - 1;

    public string CommandId(long number) => $"{_run}-0000-7000-8000-{number:x12}";

    public byte[] Command(long number, Guid taskId) => Encoding.UTF8.GetBytes(
        $$"""{"commandId":"{{CommandId(number)}}","type":"editTask","taskId":"{{taskId}}","title":"Edit {{number:d10}} of what has to be done"}""");

    /// <summary>The number of the first edit in these bytes and what follows it; -1 when there is none.</summary>
    public static long NextIn(ref ReadOnlySpan<byte> changes)
    {
        var at = changes.IndexOf(TitleStart);
        if (at < 0) return -1;
        changes = changes[(at + TitleStart.Length)..];
        return Utf8Parser.TryParse(changes[..Digits], out long number, out _) ? number : -1;
    }

    /// <summary>The number in a command id of this job, or -1.</summary>
    public long NumberOf(string commandId) =>
        commandId.StartsWith(_run, StringComparison.Ordinal) ? long.Parse(commandId.AsSpan(24), System.Globalization.NumberStyles.HexNumber, null) : -1;
}
