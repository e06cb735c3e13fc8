using Microsoft.Extensions.Logging;
using TaskList.Contracts.Notifications;

namespace TaskList.Grains.Notifications;

[GrainType("reminders")]
sealed class RemindersGrain(Reminders reminders, TimeProvider time, ILogger<RemindersGrain> logger) : RoundsGrain(time, logger), IRemindersGrain
{
    public Task Wake() => Task.CompletedTask;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(3);

    protected override Task<bool> Round(CancellationToken stop) => reminders.Round(stop);
}
