using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TaskList.ServiceDefaults;

/// <summary>
/// The sockets between silos and gateways are Kestrel's in place of Orleans' own, which cannot be told to end a connection whose other end confirms nothing. They would wait for as long as TCP tries, at
/// ever longer distances: two silos that had not heard each other for half a minute took as long again to notice that they could.
/// </summary>
public static class ClusterSockets
{
    /// <summary>As long as a silo that says nothing is kept in the cluster.</summary>
    static readonly TimeSpan Unconfirmed = TimeSpan.FromSeconds(10);

    const int TcpLevel = 6;
    const int LinuxUserTimeout = 18;

    /// <summary>The sockets of a process that connects to silos; to be called when Orleans has registered its services.</summary>
    /// <exception cref="InvalidOperationException">Orleans registers its sockets in another way than it did.</exception>
    public static void AddClientSockets(this IServiceCollection services) =>
        services.TakePlace<IConnectionFactory>(provider => new Dialer(provider.GetRequiredService<ILoggerFactory>()));

    /// <summary>Those of a silo, which silos and gateways connect to as well.</summary>
    /// <exception cref="InvalidOperationException">As above.</exception>
    public static void AddSiloSockets(this IServiceCollection services)
    {
        services.AddClientSockets();
        services.TakePlace<IConnectionListenerFactory>(provider => new SocketTransportFactory(Options.Create(Listening()), provider.GetRequiredService<ILoggerFactory>()));
    }

    /// <summary>Orleans keeps its sockets under keys that only it knows; each stays, with another service.</summary>
    static void TakePlace<T>(this IServiceCollection services, Func<IServiceProvider, T> make)
        where T : class
    {
        object?[] keys = [.. services.Where(service => service.ServiceType == typeof(T) && service.IsKeyedService).Select(service => service.ServiceKey)];
        if (keys.Length == 0) throw new InvalidOperationException($"Orleans has registered no {typeof(T).Name}: the sockets between silos and gateways would be its own.");
        foreach (var key in keys) services.AddKeyedSingleton(key, (provider, _) => make(provider));
    }

    /// <summary>Bytes are handed to Orleans' loops, and taken from them, on the thread that the socket woke: those loops wait for nothing, and a hand-over each way costs a third of an edit more.</summary>
    static SocketTransportOptions Listening() => new()
    {
        MaxReadBufferSize = null,
        MaxWriteBufferSize = null,
        UnsafePreferInlineScheduling = true,
        CreateBoundListenSocket = endpoint =>
        {
            // Who is accepted inherits it all.
            var socket = Bounded(endpoint.AddressFamily);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(endpoint);
            return socket;
        },
    };

    static Socket Bounded(AddressFamily family)
    {
        var socket = new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new LingerOption(true, 0) };
        if (OperatingSystem.IsLinux()) socket.SetRawSocketOption(TcpLevel, LinuxUserTimeout, BitConverter.GetBytes((int)Unconfirmed.TotalMilliseconds));
        return socket;
    }

    sealed class Dialer(ILoggerFactory logs) : IConnectionFactory, IDisposable
    {
        readonly SocketConnectionContextFactory _connections = new(
            new SocketConnectionFactoryOptions { MaxReadBufferSize = null, MaxWriteBufferSize = null, UnsafePreferInlineScheduling = true },
            logs.CreateLogger<Dialer>());

        public void Dispose() => _connections.Dispose();

        public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var socket = Bounded(endpoint.AddressFamily);
            try
            {
                await socket.ConnectAsync(endpoint, cancellationToken);
                return _connections.Create(socket);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
