using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace TaskList.Gateway.Safety;

/// <summary>
/// Bounds what the kernel keeps for a socket that nobody reads. Left alone it grows to several MB each, outside of our outboxes but inside of a
/// container's memory limit. 512 KiB (the kernel doubles what is asked for) still carry 5 MB/s to a browser that is 100 ms away.
/// </summary>
static class SendBuffers
{
    const int Bytes = 256 << 10;

    /// <summary>A crowd that comes at once waits here; whoever finds this line full knocks again after a second (the kernel's own bound is 4,096, too).</summary>
    const int Waiting = 4_096;

    public static void AddSendBuffers(this IServiceCollection services) => services.Configure<SocketTransportOptions>(transport =>
    {
        transport.Backlog = Waiting;
        transport.CreateBoundListenSocket = endpoint =>
        {
            // Accepted sockets inherit it.
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            socket.SendBufferSize = Bytes;
            return socket;
        };
    });
}
