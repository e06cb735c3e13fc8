using System.Buffers.Text;
using System.Text;

namespace TaskList.LoadGenerator;

/// <summary>The JSON protocol of SignalR, as far as a board needs it.</summary>
sealed class SignalRClient : BoardClient
{
    const byte Separator = 0x1E;

    byte[] _request = new byte[1_024];

    protected override string Path => "/hubs/board";

    protected override Task Greet() => Call("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray());

    public override Task<byte[]> Open(Guid listId) => Invoke("Open", $$"""{"listId":"{{listId}}"}""");

    public override Task<byte[]> Reopen(Guid listId, byte[]? opened)
    {
        var name = "\"historyId\":\""u8;
        if (opened is null || opened.AsSpan().IndexOf(name) is not (>= 0 and var at)) return Open(listId);
        var historyId = Encoding.ASCII.GetString(opened, at + name.Length, 36);
        return Invoke("Open", $$"""{"listId":"{{listId}}","historyId":"{{historyId}}","afterVersion":{{Numbers.After(opened, "\"version\":"u8)}}}""");
    }

    /// <summary>Calls a method with one argument, given as JSON; the answer is the completion as it came.</summary>
    public Task<byte[]> Invoke(string target, string argument) =>
        Call(Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"-1","target":"{{target}}","arguments":[{{argument}}]}""" + "\u001e"));

    public override void KeepAlive() => Wire.Send("{\"type\":6}\u001e"u8);

    public override void Execute(long number, Guid listId, ReadOnlySpan<byte> command)
    {
        if (_request.Length < command.Length + 256) _request = new byte[command.Length + 256];
        var at = 0;
        Put("{\"type\":1,\"invocationId\":\""u8);
        Utf8Formatter.TryFormat(number, _request.AsSpan(at), out var digits);
        at += digits;
        Put("\",\"target\":\"Execute\",\"arguments\":[\""u8);
        Utf8Formatter.TryFormat(listId, _request.AsSpan(at), out var letters);
        at += letters;
        Put("\","u8);
        Put(command);
        Put("]}\u001e"u8);
        Wire.Send(_request.AsSpan(0, at));

        void Put(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_request.AsSpan(at));
            at += bytes.Length;
        }
    }

    protected override void Read(ReadOnlySpan<byte> message)
    {
        while (message.IndexOf(Separator) is >= 0 and var end)
        {
            One(message[..end]);
            message = message[(end + 1)..];
        }

        if (message.Length > 0) throw new IOException("Half a SignalR message.");
    }

    void One(ReadOnlySpan<byte> message)
    {
        var completion = "{\"type\":3,\"invocationId\":\""u8;
        if (message.StartsWith("{\"type\":1,\"target\":\"Changed\""u8))
        {
            Changed(message);
        }
        else if (message.StartsWith(completion))
        {
            var rest = message[completion.Length..];
            var number = Numbers.AtStart(rest, out _);
            if (number >= 0) Answered(number, rest.IndexOf("\"accepted\":true"u8) >= 0, Numbers.After(rest, "\"version\":"u8), rest);
            else if (rest.IndexOf("\"error\":"u8) is >= 0 and < 16) Fail(Encoding.UTF8.GetString(rest));
            else Complete(rest);
        }
        else if (message.StartsWith("{\"type\":1,"u8))
        {
            Told(message);
        }
        else if (message is [(byte)'{', (byte)'}'])
        {
            Complete(message);
        }
    }
}
