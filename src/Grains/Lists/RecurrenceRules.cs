using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>Which day comes after a day. Pure calendar: no hours, no zones.</summary>
static class RecurrenceRules
{
    const int DaysAWeek = 7;

    /// <returns>The next day, and the rule for the day after that.</returns>
    public static (DateOnly Day, Recurrence Rule) Next(Recurrence rule, DateOnly from) => rule.Every switch
    {
        RecurrenceUnit.Day => (from.AddDays(rule.Interval), rule),
        RecurrenceUnit.Weekday => (NextWeekday(from), rule),
        RecurrenceUnit.Week => (NextInWeek(from, rule.Interval, rule.On ?? Day(from)), rule),
        RecurrenceUnit.Month when rule.Monthly == MonthlyBy.Weekday => (SameWeekday(from, Months(from, rule.Interval)), rule),
        RecurrenceUnit.Month => SameDay(rule, from, Months(from, rule.Interval)),
        _ => SameDay(rule, from, Months(from, 12 * rule.Interval)),
    };

    static DateOnly NextWeekday(DateOnly from)
    {
        var next = from.AddDays(1);
        while (next.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) next = next.AddDays(1);
        return next;
    }

    /// <summary>A later chosen day of the same week, which begins on Monday; else the first one, some weeks on.</summary>
    static DateOnly NextInWeek(DateOnly from, int weeks, DaysOfWeek on)
    {
        var monday = from.AddDays(-Index(from));
        for (var day = from.AddDays(1); day < monday.AddDays(DaysAWeek); day = day.AddDays(1))
        {
            if (on.HasFlag(Day(day))) return day;
        }

        var next = monday.AddDays(DaysAWeek * weeks);
        while (!on.HasFlag(Day(next))) next = next.AddDays(1);
        return next;
    }

    static DateOnly SameWeekday(DateOnly from, DateOnly month)
    {
        var nth = (from.Day - 1) / DaysAWeek;
        var first = month.AddDays((from.DayOfWeek - month.DayOfWeek + DaysAWeek) % DaysAWeek);
        var day = first.AddDays(DaysAWeek * nth);
        return day.Month == month.Month ? day : day.AddDays(-DaysAWeek);
    }

    /// <summary>The day that is meant is remembered while shorter months do not have it: the 31st comes back after February.</summary>
    static (DateOnly Day, Recurrence Rule) SameDay(Recurrence rule, DateOnly from, DateOnly month)
    {
        var meant = rule.MonthDay is { } kept && kept > from.Day && from.Day == Length(from) ? kept : from.Day;
        var day = Math.Min(meant, Length(month));
        return (new DateOnly(month.Year, month.Month, day), rule with { MonthDay = day < meant ? meant : null });
    }

    /// <summary>The first of the month so many months on.</summary>
    static DateOnly Months(DateOnly from, int months) => new DateOnly(from.Year, from.Month, 1).AddMonths(months);

    static int Length(DateOnly date) => DateTime.DaysInMonth(date.Year, date.Month);

    static int Index(DateOnly date) => ((int)date.DayOfWeek + DaysAWeek - 1) % DaysAWeek;

    static DaysOfWeek Day(DateOnly date) => (DaysOfWeek)(1 << Index(date));
}
