using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TaskList.Contracts.Notifications;

namespace TaskList.Grains.Notifications;

/// <summary>Reads its partition of the log after a stored cursor and hands each change to its consumer: at least once, in order per list.</summary>
[GrainType("follower")]
sealed partial class FollowerGrain(
    FollowerLog log, FollowerMetrics metrics, LogGrowth growth, IOptions<FollowerSettings> options, TimeProvider time, ILogger<FollowerGrain> logger)
    : Grain, IFollowerGrain, IDisposable
{
    const ConfigureAwaitOptions Calmly = ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    /// <summary>However much work there was.</summary>
    static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    readonly CancellationTokenSource _stop = new();
    readonly FollowerSettings _settings = options.Value;
    string _consumerName = "";
    int _partition;
    IChangeConsumer _consumer = null!;
    TimeSpan _gap;

    /// <summary>As it is stored; null when it must be read.</summary>
    LogCursor? _cursor;

    /// <summary>Up to here there was nothing for this consumer. Not stored: another activation finds that out again.</summary>
    LogCursor _nothingUpTo;

    Guid? _historyId;

    int _triesOfFirst;
    Task _following = Task.CompletedTask;

    public static string Key(string consumer, int partition) => $"{consumer}/{partition}";

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString().Split('/');
        (_consumerName, _partition) = (key[0], int.Parse(key[1], CultureInfo.InvariantCulture));
        _consumer = ServiceProvider.GetRequiredKeyedService<IChangeConsumer>(_consumerName);
        _gap = Longer(_settings.ShortPause, _consumer.Gap);
        _following = Follow();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _following.WaitAsync(cancellationToken).ConfigureAwait(Calmly);
        metrics.Left(_consumerName, _partition);
    }

    public void Dispose() => _stop.Dispose();

    public Task Wake() => Task.CompletedTask;

    /// <summary>Runs beside the grain's calls, on its scheduler, as long as the activation lives.</summary>
    async Task Follow()
    {
        var pause = _gap;
        var failures = 0;
        while (!_stop.IsCancellationRequested)
        {
            // What is written while this reads may not be in what it finds.
            var grown = growth.Next(_consumer.Reading);
            try
            {
                var began = time.GetTimestamp();
                var read = await Round();
                failures = 0;
                var rest = Shorter(time.GetElapsedTime(began) * _consumer.Rest, LongestRest);
                pause = read > 0 ? _gap : Shorter(pause * 2, Longer(_gap, _settings.LongPause));
                if (read >= _settings.ReadRows) await Sleep(rest);
                else if (await Pause(Longer(_gap, rest), pause, grown)) pause = _gap;
            }
            catch (Exception e) when (!_stop.IsCancellationRequested)
            {
                metrics.Failed(_consumerName);
                LogFailed(_consumerName, _partition, ++failures, e.GetType().Name);
                await Sleep(Shorter(_settings.FirstRetryPause * Math.Pow(2, Math.Min(failures - 1, 16)), _settings.LongestRetryPause));
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    async Task<int> Round()
    {
        if (_cursor is null) _nothingUpTo = default;
        _cursor ??= await log.Cursor(_consumerName, _partition, _stop.Token);
        var from = _cursor.Value;
        var page = await log.Read(
            _partition, LogCursor.Later(from, _nothingUpTo), _settings.ReadRows, _settings.ReadBytes, _consumer.Reading, _stop.Token);
        if (_historyId is { } known && known != page.HistoryId)
        {
            // The past has changed, and with it what stood where.
            (_historyId, _cursor) = (null, null);
            return 0;
        }

        _historyId = page.HistoryId;
        var changes = page.Changes;
        if (changes.Count == 0)
        {
            _nothingUpTo = page.Horizon;
            metrics.Stands(_consumerName, _partition, null);
            return 0;
        }

        var done = 0;
        try
        {
            for (; done < changes.Count; done++)
            {
                metrics.Stands(_consumerName, _partition, changes[done].At);
                await HandOver(changes[done]);
            }
        }
        finally
        {
            // What was handed over counts even when the next change failed.
            if (done > 0) await Advance(from, changes[done - 1].Place, done);
        }

        return done;
    }

    async Task HandOver(LoggedChange change)
    {
        try
        {
            await _consumer.Consume(change, _stop.Token).WaitAsync(_settings.HandOverLimit, time, _stop.Token);
        }
        catch (Exception e) when (e is not ConsumerUnavailableException && !_stop.IsCancellationRequested)
        {
            if (++_triesOfFirst < _settings.Tries) throw;
            await log.Park(_consumerName, _partition, change, e.GetType().Name);
            metrics.Parked(_consumerName);
            LogParked(change.Version, change.ListId, _consumerName, e.GetType().Name);
        }

        _triesOfFirst = 0;
    }

    async Task Advance(LogCursor from, LogCursor to, int count)
    {
        metrics.HandedOver(_consumerName, count);
        var moved = await log.Advance(_consumerName, _partition, from, to);
        _cursor = moved ? to : null;
    }

    /// <summary>Ends early, and then says so, when this silo has written what this follower reads, but not before the least.</summary>
    async Task<bool> Pause(TimeSpan least, TimeSpan most, Task grown)
    {
        await Sleep(Shorter(most, least));
        if (most > least) await Task.WhenAny(grown, Task.Delay(most - least, time, _stop.Token));
        return grown.IsCompleted;
    }

    async Task Sleep(TimeSpan pause) => await Task.Delay(pause, time, _stop.Token).ConfigureAwait(Calmly);

    static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    [LoggerMessage(LogLevel.Warning, "Follower {Consumer}/{Partition} failed {Failures} times in a row ({Error}); trying again")]
    partial void LogFailed(string consumer, int partition, int failures, string error);

    [LoggerMessage(LogLevel.Error, "Change {Version} of list {ListId} was parked for consumer {Consumer} ({Error})")]
    partial void LogParked(long version, Guid listId, string consumer, string error);
}
