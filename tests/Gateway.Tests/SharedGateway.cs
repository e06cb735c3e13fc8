using Xunit;

namespace TaskList.Gateway.Tests;

/// <summary>One gateway for all tests of a class that leave nothing behind in it.</summary>
public sealed class SharedGateway : IAsyncLifetime
{
    public const string AllowedOrigin = "https://board.example.org";

    internal TestGateway Gateway { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Gateway = await TestGateway.Start(("Limits", "off"), ("AllowedOrigins", $"{AllowedOrigin}, http://localhost:5173"));

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}
