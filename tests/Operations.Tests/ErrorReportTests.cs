using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Sentry.Extensibility;
using Sentry.Protocol.Envelopes;
using TaskList.ServiceDefaults;
using Xunit;

namespace TaskList.Operations.Tests;

public sealed class ErrorReportTests
{
    [Fact]
    public async Task ReportTellsTheFaultAndNothingOfTheRequest()
    {
        var sent = new RecordingTransport();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseSentry(options =>
        {
            options.ReportOnly("https://key@sentry.invalid/1");
            options.Transport = sent;
        });
        await using var app = builder.Build();
        app.MapPost("/api/invites/{token}/accept", IResult (string token) => throw new InvalidOperationException("the fault"));
        await app.StartAsync(TestContext.Current.CancellationToken);

        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer planted-bearer");
        http.DefaultRequestHeaders.Add("Cookie", "tasklist_refresh=planted-cookie");
        using var body = new StringContent("""{"title":"planted-title"}""");
        using var answer = await http.PostAsync("/api/invites/planted-invite/accept?access_token=planted-query", body, TestContext.Current.CancellationToken);

        Assert.Equal(StatusCodes.Status500InternalServerError, (int)answer.StatusCode);
        var report = await sent.First.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Contains("the fault", report, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", report, StringComparison.Ordinal);
    }

    sealed class RecordingTransport : ITransport
    {
        readonly TaskCompletionSource<string> _first = new();

        public Task<string> First => _first.Task;

        public async Task SendEnvelopeAsync(Envelope envelope, CancellationToken cancellationToken = default)
        {
            using var stream = new MemoryStream();
            await envelope.SerializeAsync(stream, null, cancellationToken);
            _first.TrySetResult(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        }
    }
}
