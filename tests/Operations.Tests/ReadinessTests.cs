using System.Diagnostics;
using System.Net;
using Xunit;

namespace TaskList.Operations.Tests;

public sealed class ReadinessTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task FailingDependencyTurnsReadyButNotLive()
    {
        await using var host = await SmallHost.StartAsync(_ => throw new InvalidOperationException("down"));

        Assert.Equal(503, await host.StatusAsync("/health/ready"));
        Assert.Equal(200, await host.StatusAsync("/health/live"));
        Assert.Equal(200, await host.StatusAsync("/health/started"));
    }

    [Fact]
    public async Task StartedIsSaidWhenEveryServiceHasStartedAndNotBefore()
    {
        var meanwhile = HttpStatusCode.OK;
        await using var host = await SmallHost.StartAsync(whileStarting: async address =>
        {
            using var http = new HttpClient();
            using var answer = await http.GetAsync($"{address}/health/started");
            meanwhile = answer.StatusCode;
        });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, meanwhile);
        Assert.Equal(200, await host.StatusAsync("/health/started"));
    }

    [Fact]
    public async Task DependencyThatNeverAnswersIsGivenUpAfterTwoSeconds()
    {
        var never = new TaskCompletionSource();
        await using var host = await SmallHost.StartAsync(_ => never.Task);
        var clock = Stopwatch.StartNew();

        Assert.Equal(503, await host.StatusAsync("/health/ready"));
        Assert.InRange(clock.Elapsed.TotalSeconds, 1.8, 8);
    }

    [Fact]
    public async Task ManyProbesAskADependencyOnce()
    {
        var asked = 0;
        var answer = new TaskCompletionSource();
        await using var host = await SmallHost.StartAsync(_ =>
        {
            Interlocked.Increment(ref asked);
            return answer.Task;
        });

        var probes = Enumerable.Range(0, 20).Select(_ => host.StatusAsync("/health/ready")).ToArray();
        answer.SetResult();

        Assert.All(await Task.WhenAll(probes), status => Assert.Equal(200, status));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task DependencyThatComesBackIsNoticed()
    {
        var works = false;
        await using var host = await SmallHost.StartAsync(_ => works ? Task.CompletedTask : throw new InvalidOperationException("down"));
        Assert.Equal(503, await host.StatusAsync("/health/ready"));

        works = true;
        var clock = Stopwatch.StartNew();
        while (await host.StatusAsync("/health/ready") != 200)
            Assert.True(clock.Elapsed < Patience, "It was not noticed.");
    }

    [Fact]
    public async Task DrainingTurnsReadyWhileEverythingElseStillAnswers()
    {
        await using var host = await SmallHost.StartAsync(drainSeconds: 60);
        var told = new TaskCompletionSource();
        host.Drain.OnBegin(_ =>
        {
            told.SetResult();
            return Task.CompletedTask;
        });

        var drain = host.Drain.BeginAsync();
        await told.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(503, await host.StatusAsync("/health/ready"));
        Assert.Equal(200, await host.StatusAsync("/health/live"));
        Assert.False(drain.IsCompleted);

        // Asked a second time, it does not wait any longer.
        await host.Drain.BeginAsync();
        await host.StoppedAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
        await drain.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task FarewellThatHangsDoesNotKeepTheHost()
    {
        await using var host = await SmallHost.StartAsync();
        host.Drain.OnBegin(_ => new TaskCompletionSource().Task);
        host.Drain.OnBegin(_ => throw new InvalidOperationException("planted"));

        await host.Drain.BeginAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
        await host.StoppedAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task MetricsAreForTheInsideOnly()
    {
        await using var host = await SmallHost.StartAsync();

        Assert.Equal(200, await host.StatusAsync("/metrics"));
        Assert.Equal(404, await host.StatusAsync("/metrics", ("X-Forwarded-For", "203.0.113.7")));
    }
}
