using System.Text;
using System.Text.Json;

namespace TaskList.Product.Tests;

/// <summary>Frames between almost right and noise; the same seed makes the same ones.</summary>
sealed class MadeFrames(int seed)
{
    static readonly string[] Methods = ["Open", "Close", "Execute", "Changes", "SetPresence", "Renew", "OnConnectedAsync", "Dispose", "", "öffne", new('x', 5_000)];

    readonly Random _random = new(seed);

    public byte[] Next(string listId) => _random.Next(10) switch
    {
        0 => Noise(_random.Next(1, 200)),
        1 => [.. Noise(_random.Next(1, 50)), 0x1e],
        2 => Encoding.UTF8.GetBytes(new string('{', _random.Next(1, 300)) + '\u001e'),
        3 => Damaged(Invocation(listId)),
        4 => Damaged(Invocation(listId)),
        _ => Invocation(listId),
    };

    byte[] Invocation(string listId)
    {
        var arguments = Enumerable.Range(0, _random.Next(4)).Select(_ => Value(listId, 0)).ToArray();
        object message = _random.Next(5) == 0
            ? new { type = _random.Next(-1, 12), target = Value(listId, 2), arguments = Value(listId, 1) }
            : new { type = 1, invocationId = _random.Next(9).ToString(System.Globalization.CultureInfo.InvariantCulture), target = Methods[_random.Next(Methods.Length)], arguments };
        return [.. JsonSerializer.SerializeToUtf8Bytes(message), 0x1e];
    }

    object? Value(string listId, int depth) => _random.Next(depth > 3 ? 6 : 9) switch
    {
        0 => null,
        1 => listId,
        2 => _random.NextInt64(long.MinValue, long.MaxValue),
        3 => new string((char)_random.Next(32, 0xd7ff), _random.Next(300)),
        4 => _random.NextDouble() * double.MaxValue,
        5 => true,
        6 => Enumerable.Range(0, _random.Next(4)).Select(_ => Value(listId, depth + 1)).ToArray(),
        7 => new { listId, afterVersion = Value(listId, depth + 1), limit = Value(listId, depth + 1), pending = Value(listId, depth + 1), historyId = Value(listId, depth + 1) },
        _ => new { type = "addTask", commandId = listId, taskId = Value(listId, depth + 1), title = Value(listId, depth + 1), taskID = 1 },
    };

    byte[] Damaged(byte[] frame)
    {
        for (var i = _random.Next(1, 4); i > 0; i--) frame[_random.Next(frame.Length)] = (byte)_random.Next(256);
        return frame;
    }

    byte[] Noise(int length)
    {
        var noise = new byte[length];
        _random.NextBytes(noise);
        return noise;
    }
}
