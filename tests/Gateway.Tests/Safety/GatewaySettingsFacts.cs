using Microsoft.Extensions.Configuration;
using Xunit;

namespace TaskList.Gateway.Tests.Safety;

public sealed class GatewaySettingsFacts
{
    [Theory]
    [InlineData("Limits", "maybe")]
    [InlineData("Operators", "ada@example.org")]
    [InlineData("AllowedOrigins", "*")]
    [InlineData("AllowedOrigins", "https://board.example.org/path")]
    [InlineData("TrustedProxies", "nginx")]
    public void BadSettingStopsTheStart(string key, string value) =>
        Assert.Contains(key, Assert.Throws<InvalidOperationException>(() => Settings((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void DefaultsAreTheCarefulOnes()
    {
        var settings = Settings();

        Assert.True(settings.LimitsOn);
        Assert.Empty(settings.Operators);
        Assert.Empty(settings.AllowedOrigins);
        Assert.Empty(settings.TrustedProxies);
    }

    static GatewaySettings Settings(params (string Key, string Value)[] settings) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))).Build());
}
