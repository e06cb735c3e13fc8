using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>The dates of the task that follows a recurring one, in UTC.</summary>
/// <param name="Recurrence">The same rule; it may have learned which day of the month is meant.</param>
sealed record NextDates(DateTime? StartAt, DateTime DueAt, Recurrence Recurrence)
{
    /// <summary>Null when there is nothing to count from: no due date, and not from completion.</summary>
    public static NextDates? After(Recurrence recurrence, DateTime? startAt, DateTime? dueAt, string? timeZone, DateTime completedAt)
    {
        if (dueAt is null && recurrence.From == RecurrenceFrom.Due) return null;
        if (!IsCountable(dueAt) || !IsCountable(startAt)) return null;

        var zone = timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
        var due = ToLocal(dueAt ?? WholeMinute(completedAt), zone);
        var counted = recurrence.From == RecurrenceFrom.Completion ? ToLocal(completedAt, zone) : due;
        var (day, rule) = RecurrenceRules.Next(recurrence, DateOnly.FromDateTime(counted));

        // The hour is the clock's on the wall, so it is kept there and not in UTC.
        var nextDue = day.ToDateTime(TimeOnly.FromDateTime(due));
        DateTime? nextStart = startAt is { } start ? ToUtc(nextDue - (due - ToLocal(start, zone)), zone) : null;
        return new NextDates(nextStart, ToUtc(nextDue, zone), rule);
    }

    /// <summary>A calendar ends somewhere; dates near its ends are nobody's plan.</summary>
    static bool IsCountable(DateTime? date) => date is null or { Year: > 1_000 and < 9_000 };

    static DateTime WholeMinute(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));

    static DateTime ToLocal(DateTime utc, TimeZoneInfo zone) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, zone), DateTimeKind.Unspecified);

    /// <summary>
    /// A time that the clock skips lies as much later as the clock jumps; of a time that comes twice it is the first. Asked in UTC only: what the platform says of skipped
    /// local times is wrong for zones whose winter is the exception (Dublin).
    /// </summary>
    static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var (dayBefore, dayAfter) = (wall - zone.GetUtcOffset(wall.AddDays(-1)), wall - zone.GetUtcOffset(wall.AddDays(1)));
        var (earlier, later) = dayBefore < dayAfter ? (dayBefore, dayAfter) : (dayAfter, dayBefore);
        return Reads(earlier) ? earlier : Reads(later) ? later : dayBefore;

        bool Reads(DateTime utc) => utc + zone.GetUtcOffset(utc) == wall;
    }
}
