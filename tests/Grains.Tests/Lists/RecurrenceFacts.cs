using System.Globalization;
using CsCheck;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class RecurrenceFacts
{
    static Recurrence Rule(string every, int interval = 1, string? on = null, MonthlyBy? monthly = null, RecurrenceFrom from = RecurrenceFrom.Due) => new(
        Enum.Parse<RecurrenceUnit>(every, ignoreCase: true), interval, on is null ? null : Enum.Parse<DaysOfWeek>(on), monthly, from);

    static string After(string day, Recurrence rule, int times = 1)
    {
        var date = DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);
        for (var i = 0; i < times; i++) (date, rule) = RecurrenceRules.Next(rule, date);
        return date.ToString("O", CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("2026-02-27", "day", 3, "2026-03-02")]
    [InlineData("2026-11-20", "weekday", 1, "2026-11-23")]
    [InlineData("2026-11-22", "weekday", 1, "2026-11-23")]
    [InlineData("2026-11-23", "weekday", 1, "2026-11-24")]
    [InlineData("2026-11-23", "week", 2, "2026-12-07")]
    [InlineData("2026-01-31", "month", 1, "2026-02-28")]
    [InlineData("2028-01-30", "month", 1, "2028-02-29")]
    [InlineData("2026-11-30", "month", 3, "2027-02-28")]
    [InlineData("2028-02-29", "year", 1, "2029-02-28")]
    [InlineData("2026-12-15", "month", 1, "2027-01-15")]
    public void NextDayIsCounted(string from, string every, int interval, string next) => Assert.Equal(next, After(from, Rule(every, interval)));

    [Fact]
    public void ChosenDaysOfAWeekComeInOrderAndThenSomeWeeksOn()
    {
        var rule = Rule("week", 2, "Monday, Thursday");
        Assert.Equal("2026-11-26", After("2026-11-23", rule));
        Assert.Equal("2026-12-07", After("2026-11-26", rule));
        Assert.Equal("2026-12-07", After("2026-11-29", rule));
    }

    [Theory]
    [InlineData("2026-01-13", "2026-02-10")] // the second Tuesday
    [InlineData("2026-01-30", "2026-02-27")] // the fifth Friday is the last
    [InlineData("2026-04-30", "2026-05-28")]
    public void MonthlyByWeekdayKeepsTheWeekday(string from, string next) => Assert.Equal(next, After(from, Rule("month", monthly: MonthlyBy.Weekday)));

    [Fact]
    public void ThirtyFirstComesBackAfterShorterMonths()
    {
        Assert.Equal("2026-03-31", After("2026-01-31", Rule("month"), 2));
        Assert.Equal("2026-05-31", After("2026-01-31", Rule("month"), 4));
        Assert.Equal("2032-02-29", After("2028-02-29", Rule("year"), 4));
    }

    [Fact]
    public void DayThatSomebodyChoseAnewIsTheOneThatIsMeant() =>
        Assert.Equal("2026-04-15", After("2026-03-15", Rule("month") with { MonthDay = 31 }));

    [Fact]
    public void SkippedTimeIsLaterWhereWinterIsTheExceptionToo() => Assert.Equal(
        Time("2036-03-30T01:47:00Z"), NextDates.After(Rule("day"), null, Time("2036-03-29T01:47:00Z"), "Europe/Dublin", Time("2036-03-29T01:47:00Z"))!.DueAt);

    [Theory]
    [InlineData("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z")] // 02:30 does not exist that day: 03:30
    [InlineData("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z")] // 02:30 comes twice: the first
    [InlineData("2026-03-27T09:00:00Z", "2026-03-28T09:00:00Z")]
    [InlineData("2026-03-28T09:00:00Z", "2026-03-29T08:00:00Z")] // ten o'clock stays ten o'clock
    public void HourIsTheClocksOnTheWall(string due, string next) =>
        Assert.Equal(Time(next), NextDates.After(Rule("day"), null, Time(due), "Europe/Berlin", Time(due))!.DueAt);

    [Fact]
    public void CountedFromCompletionItKeepsItsHourAndItsLength()
    {
        var next = NextDates.After(
            Rule("week", from: RecurrenceFrom.Completion), Time("2026-11-01T07:00:00Z"), Time("2026-11-02T07:00:00Z"), "Europe/Moscow", Time("2026-11-10T22:30:00Z"))!;
        Assert.Equal((Time("2026-11-17T07:00:00Z"), Time("2026-11-18T07:00:00Z")), (next.StartAt, next.DueAt));
        Assert.Null(NextDates.After(Rule("day"), null, null, null, Time("2026-11-10T22:30:00Z")));
        Assert.Equal(
            Time("2026-11-11T22:30:00Z"),
            NextDates.After(Rule("day", from: RecurrenceFrom.Completion), null, null, null, Time("2026-11-10T22:30:30Z"))!.DueAt);
    }

    static DateTime Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;

    static readonly Gen<Recurrence> AnyRule = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 99], Gen.Int[0, 127], Gen.Int[0, 2]).Select((every, interval, on, monthly) =>
        new Recurrence(
            (RecurrenceUnit)every,
            every == 1 ? 1 : interval,
            every == 2 && on > 0 ? (DaysOfWeek)on : null,
            every == 3 && monthly > 0 ? (MonthlyBy)(monthly - 1) : null,
            RecurrenceFrom.Due));

    [Fact]
    public void NextDayIsAlwaysLaterAndFitsItsRule() => Gen.Select(AnyRule, Gen.Int[0, 400_000]).Sample((rule, days) =>
    {
        var from = new DateOnly(1900, 1, 1).AddDays(days);
        var (next, then) = RecurrenceRules.Next(rule, from);
        var fits = rule.Every switch
        {
            RecurrenceUnit.Day => next.DayNumber - from.DayNumber == rule.Interval,
            RecurrenceUnit.Weekday => next.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && next.DayNumber - from.DayNumber <= 3,
            RecurrenceUnit.Week => next.DayNumber - from.DayNumber <= 7 * rule.Interval && (rule.On is not null || next.DayOfWeek == from.DayOfWeek),
            RecurrenceUnit.Month => Months(next) - Months(from) == rule.Interval
                && (rule.Monthly == MonthlyBy.Weekday ? next.DayOfWeek == from.DayOfWeek : IsSameDay(from, next)),
            _ => Months(next) - Months(from) == 12 * rule.Interval && IsSameDay(from, next),
        };
        return next > from && fits && then with { MonthDay = null } == rule;
    }, iter: 5_000);

    static int Months(DateOnly date) => (date.Year * 12) + date.Month;

    static bool IsSameDay(DateOnly from, DateOnly next) => next.Day == Math.Min(from.Day, DateTime.DaysInMonth(next.Year, next.Month));

    [Fact]
    public void EveryZoneAndTimeGivesAMomentThatReadsTheSameOnTheWallOrJustAfterAGap()
    {
        string[] zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo", "Europe/Dublin", "Africa/Casablanca"];
        Gen.Select(Gen.Int[0, zones.Length - 1], Gen.Int[0, 20_000_000]).Sample((zone, minutes) =>
        {
            var due = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes);
            var info = TimeZoneInfo.FindSystemTimeZoneById(zones[zone]);
            var next = NextDates.After(Rule("day"), null, due, zones[zone], due)!.DueAt;
            var (was, now) = (TimeZoneInfo.ConvertTimeFromUtc(due, info), TimeZoneInfo.ConvertTimeFromUtc(next, info));
            var wanted = DateTime.SpecifyKind(was.AddDays(1), DateTimeKind.Unspecified);
            bool Reads(int quarters) => TimeZoneInfo.ConvertTimeFromUtc(next.AddMinutes(15 * quarters), info).Ticks == wanted.Ticks;
            var isTheFirst = now.Ticks == wanted.Ticks && !Enumerable.Range(-12, 12).Any(Reads);
            return isTheFirst || (now > wanted && now - wanted <= TimeSpan.FromHours(2) && !Enumerable.Range(-12, 25).Any(Reads));
        }, iter: 3_000);
    }
}
