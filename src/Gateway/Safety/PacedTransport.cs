using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace TaskList.Gateway.Safety;

/// <summary>The stock sockets, whose connections begin and end at a pace that those who stay can bear. Who is not taken yet waits in the kernel and costs nothing.</summary>
sealed class PacedTransport(IOptions<SocketTransportOptions> options, ILoggerFactory loggers) : IConnectionListenerFactory, IConnectionListenerFactorySelector, IDisposable
{
    readonly SocketTransportFactory _sockets = new(options, loggers);
    readonly Pace _comings = new();
    readonly Pace _goings = new();

    public bool CanBind(EndPoint endpoint) => _sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await _sockets.BindAsync(endpoint, cancellationToken), _comings, _goings);

    public void Dispose()
    {
        _comings.Dispose();
        _goings.Dispose();
    }

    sealed class Listener(IConnectionListener sockets, Pace comings, Pace goings) : IConnectionListener
    {
        public EndPoint EndPoint => sockets.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            await comings.Turn();
            var connection = await sockets.AcceptAsync(cancellationToken);
            if (connection is not null) PacedEnd.Of(connection, goings);
            return connection;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => sockets.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => sockets.DisposeAsync();
    }
}
