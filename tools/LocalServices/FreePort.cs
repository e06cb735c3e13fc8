using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TaskList.LocalServices;

/// <summary>Ports on the loopback address that nobody listens on.</summary>
public static class FreePort
{
    // Below the range from which systems take ports for outgoing connections, so that none of those slips in between.
    const int First = 20_000;
    const int AfterLast = 32_000;
    const int Attempts = 500;

    static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port that this process has not handed out before.</summary>
    public static int Next()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = Random.Shared.Next(First, AfterLast);
            if (IsFree(port) && Given.TryAdd(port, true))
                return port;
        }

        throw new LocalServiceException($"No free port between {First} and {AfterLast} on 127.0.0.1.");
    }

    /// <summary>Whether one could listen on 127.0.0.1 at this port now.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
