using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskList.Gateway.Auth;
using TaskList.ServiceDefaults;

namespace TaskList.Gateway.Tests;

/// <summary>The whole gateway on a port of its own, in front of a cluster that says what a test wants. Nothing runs in the background.</summary>
sealed class TestGateway : IAsyncDisposable
{
    readonly string _folder;
    readonly WebApplication _app;

    TestGateway(string folder, WebApplication app)
    {
        (_folder, _app) = (folder, app);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public FakeCluster Cluster => (FakeCluster)(object)_app.Services.GetRequiredService<IClusterClient>();

    public AccessTokens Tokens => _app.Services.GetRequiredService<AccessTokens>();

    public IServiceProvider Services => _app.Services;

    public IEnumerable<RouteEndpoint> Endpoints => ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    /// <summary>The secret files of this gateway.</summary>
    public string Secrets => _app.Configuration["Secrets:Directory"]!;

    public static Task<TestGateway> Start(params (string Key, string Value)[] settings) => Start(_ => { }, settings);

    /// <param name="change">What is to be other than in the product.</param>
    public static async Task<TestGateway> Start(Action<IServiceCollection> change, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("tasklist-gateway-").FullName;
        var web = Directory.CreateDirectory(Path.Combine(folder, "web", "assets"));
        await File.WriteAllTextAsync(Path.Combine(web.FullName, "app-1a2b.js"), "export {};");
        await File.WriteAllTextAsync(Path.Combine(web.FullName, "app-1a2b.js.br"), "as Brotli");
        await File.WriteAllTextAsync(Path.Combine(web.FullName, "app-1a2b.js.gz"), "as gzip");
        await File.WriteAllTextAsync(Path.Combine(folder, "web", "index.html"), """<meta name="csp-nonce" content="__CSP_NONCE__" />""");

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = folder });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([
            new("Dashboard", "off"),
            new("Secrets:Directory", Path.Combine(folder, "secrets")),
            new("Web:Root", Path.Combine(folder, "web")),
            new("ConnectionStrings:Postgres", "Host=/nowhere"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.AddServiceDefaults("gateway");
        builder.AddGateway();
        builder.Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        builder.Services.AddSingleton(FakeCluster.Make());
        builder.Services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<IClusterClient>());
        change(builder.Services);
        foreach (var own in builder.Services.Where(IsBackgroundWork).ToArray()) builder.Services.Remove(own);

        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapServiceDefaults();
        app.MapGateway();
        await app.StartAsync();
        return new TestGateway(folder, app);
    }

    /// <summary>A request as this user, in a session that lives.</summary>
    public HttpRequestMessage As(Guid userId, HttpMethod method, string path, HttpContent? content = null) =>
        With(Tokens.Issue(userId, Guid.NewGuid()), method, path, content);

    public static HttpRequestMessage With(string token, HttpMethod method, string path, HttpContent? content = null) =>
        new(method, path) { Content = content, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // Everything of ours and the early look at the key ring, but not the web server, which is a hosted service, too.
    static bool IsBackgroundWork(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.Name is not "GenericWebHostService";
}
