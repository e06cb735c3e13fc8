using System.Net.Http.Json;
using System.Text.Json;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Operations.Tests;

/// <summary>The dashboard as an operator meets it: a setting, a sign-in, a cookie.</summary>
public sealed class OperatorTests : IDisposable
{
    const string Address = "operator@example.org";
    const string Password = "a long enough password";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tasklist-operator-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task OperatorSeesTheClusterButNobodysData()
    {
        var userId = await RegisterAsync();
        await using var product = await StartAsync(userId);
        using var http = Browser(product);

        Assert.Equal(302, await StatusAsync(http, "/ops/dashboard/"));
        using var signIn = await http.PostAsync("/ops/sign-in", new FormUrlEncodedContent([new("email", Address), new("password", Password)]), TestContext.Current.CancellationToken);

        Assert.Equal(302, (int)signIn.StatusCode);
        Assert.Equal(200, await StatusAsync(http, "/ops/dashboard/"));
        Assert.Equal(200, await StatusAsync(http, "/ops/dashboard/DashboardCounters"));
        Assert.Equal(404, await StatusAsync(http, $"/ops/dashboard/GrainState?grainId={userId}&grainType=TaskList.Grains.Users.UserGrain"));
        Assert.Equal(403, await StatusAsync(http, "/ops/dashboard/Trace"));
    }

    async Task<string> RegisterAsync()
    {
        await using var product = await StartAsync(operators: null);
        using var http = Browser(product);
        using var answer = await http.PostAsJsonAsync("/api/auth/register", new { email = Address, password = Password, displayName = "Op" }, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return body.GetProperty("user").GetProperty("userId").GetString()!;
    }

    Task<ProductCluster> StartAsync(string? operators) => ProductCluster.StartAsync(new ProductClusterOptions
    {
        Folder = _folder.FullName,
        Silos = 0,
        Gateways = 0,
        Settings = new Dictionary<string, string?> { ["Operators"] = operators },
    });

    static HttpClient Browser(ProductCluster product) => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(product.Hosts.Single().Url) };

    static async Task<int> StatusAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
