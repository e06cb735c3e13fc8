using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.DependencyInjection;
using TaskList.ServiceDefaults;
using Xunit;

namespace TaskList.Operations.Tests;

public sealed class ClusterSocketsTests
{
    const int TcpLevel = 6;
    const int LinuxUserTimeout = 18;

    static readonly object Dialling = new();
    static readonly object Listening = new();

    [Fact]
    public async Task BothEndsGiveUpWhatIsNotConfirmedForTenSeconds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The option is Linux's.");
        await using var services = Services();
        await using var listener = await services.GetRequiredKeyedService<IConnectionListenerFactory>(Listening).BindAsync(new IPEndPoint(IPAddress.Loopback, 0));
        var accepting = listener.AcceptAsync();
        await using var dialled = await services.GetRequiredKeyedService<IConnectionFactory>(Dialling).ConnectAsync(listener.EndPoint);
        await using var accepted = await accepting ?? throw new InvalidOperationException("The listener has ended.");

        Assert.Equal(10_000, UserTimeout(dialled));
        Assert.Equal(10_000, UserTimeout(accepted));
    }

    [Fact]
    public async Task WhoCannotBeReachedIsAnError()
    {
        await using var services = Services();
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        await Assert.ThrowsAsync<SocketException>(async () => await services.GetRequiredKeyedService<IConnectionFactory>(Dialling).ConnectAsync(nobody.LocalEndPoint!));
    }

    [Fact]
    public void AnOrleansThatRegistersItsSocketsInAnotherWayIsNotPassedOver()
    {
        var dials = new ServiceCollection().AddKeyedSingleton<IConnectionFactory>(Dialling, (_, _) => throw new InvalidOperationException());

        Assert.Throws<InvalidOperationException>(new ServiceCollection().AddClientSockets);
        Assert.Throws<InvalidOperationException>(dials.AddSiloSockets);
    }

    static int UserTimeout(ConnectionContext connection)
    {
        var value = new byte[sizeof(int)];
        var socket = connection.Features.Get<IConnectionSocketFeature>()?.Socket ?? throw new InvalidOperationException("The connection has no socket of Kestrel's.");
        socket.GetRawSocketOption(TcpLevel, LinuxUserTimeout, value);
        return BitConverter.ToInt32(value);
    }

    /// <summary>In the place of Orleans' own sockets: what fails when it is asked for.</summary>
    static ServiceProvider Services()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddKeyedSingleton<IConnectionFactory>(Dialling, (_, _) => throw new InvalidOperationException());
        services.AddKeyedSingleton<IConnectionListenerFactory>(Listening, (_, _) => throw new InvalidOperationException());
        services.AddSiloSockets();
        return services.BuildServiceProvider();
    }
}
