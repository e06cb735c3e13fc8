using Microsoft.Extensions.Logging;

namespace TaskList.Grains.Notifications;

/// <summary>Does a round of work again and again, beside its calls and on its scheduler, as long as the activation lives.</summary>
abstract partial class RoundsGrain(TimeProvider time, ILogger logger) : Grain, IDisposable
{
    const ConfigureAwaitOptions Calmly = ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;
    const int LongestPauseAfterFailures = 8;

    readonly CancellationTokenSource _stop = new();
    Task _working = Task.CompletedTask;

    /// <summary>Between two rounds. It doubles while rounds fail, up to eight times as long.</summary>
    protected abstract TimeSpan Pause { get; }

    /// <returns>True when there is more to do at once.</returns>
    protected abstract Task<bool> Round(CancellationToken stop);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _working = Work();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _working.WaitAsync(cancellationToken).ConfigureAwait(Calmly);
    }

    public void Dispose() => _stop.Dispose();

    async Task Work()
    {
        var failures = 0;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var more = await Round(_stop.Token);
                failures = 0;
                if (more) continue;
            }
            catch (Exception e) when (!_stop.IsCancellationRequested)
            {
                LogFailed(GetType().Name, ++failures, e.GetType().Name);
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Pause * Math.Min(Math.Pow(2, failures), LongestPauseAfterFailures), time, _stop.Token).ConfigureAwait(Calmly);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A round of {Worker} failed, {Failures} in a row ({Error}); trying again")]
    partial void LogFailed(string worker, int failures, string error);
}
