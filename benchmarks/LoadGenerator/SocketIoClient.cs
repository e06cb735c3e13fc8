using System.Text;

namespace TaskList.LoadGenerator;

/// <summary>Socket.IO 4 over a WebSocket, as far as a board needs it.</summary>
sealed class SocketIoClient : BoardClient
{
    /// <summary>Ids of acknowledgements below this are edits.</summary>
    const long OpenId = 1L << 40;

    protected override string Path => "/socket.io/?EIO=4&transport=websocket";

    protected override Task Greet() => Call("40"u8.ToArray());

    public override Task<byte[]> Open(Guid listId) => Call(Encoding.UTF8.GetBytes($"42{OpenId}[\"open\",\"{listId}\"]"));

    public override void Execute(long number, Guid listId, ReadOnlySpan<byte> command)
    {
        var head = Encoding.UTF8.GetBytes($"42{number}[\"edit\",\"{listId}\",");
        Wire.Send([.. head, .. command, (byte)']']);
    }

    protected override void Read(ReadOnlySpan<byte> message)
    {
        if (message is [(byte)'2']) Wire.Send("3"u8);
        else if (message.StartsWith("40"u8)) Complete(message);
        else if (message.StartsWith("42[\"changed\""u8)) Changed(message);
        else if (message.StartsWith("43"u8)) Acknowledged(message[2..]);
    }

    void Acknowledged(ReadOnlySpan<byte> message)
    {
        var number = Numbers.AtStart(message, out var digits);
        if (number == OpenId) Complete(message[digits..]);
        else Answered(number, message.IndexOf("\"accepted\":true"u8) >= 0, Numbers.After(message, "\"version\":"u8), message);
    }
}
