using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <content>Numbers, sets of ids, zones and recurrences.</content>
sealed partial class CommandReader
{
    const int LongestTimeZone = 64;

    static readonly string[] Units = ["day", "weekday", "week", "month", "year"];
    static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public Guid? ClearableId(string field) => Take(field) is { ValueKind: not JsonValueKind.Null } value ? ReadId(field, value) : null;

    /// <summary>A set: an id that is named twice counts once. Absent is empty.</summary>
    public IReadOnlyList<Guid> Ids(string field, int max)
    {
        if (Take(field) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            Refuse(Codes.InvalidField, field);
            return [];
        }

        if (value.GetArrayLength() > max)
        {
            Fault ??= Refusal.TooMany(field, max);
            return [];
        }

        return [.. value.EnumerateArray().Select(id => ReadId(field, id)).Distinct()];
    }

    public Optional<int?> ClearableNumber(string field, int min, int max) => Take(field) is { } value ? ReadNumber(field, value, min, max) : default(Optional<int?>);

    /// <summary>The field must be there; null is a value.</summary>
    public int? RequiredNumber(string field, int min, int max) => Required(field) is { } value ? ReadNumber(field, value, min, max) : null;

    public bool RequiredFlag(string field) => Required(field) is not null && Flag(field);

    public string Matching(string field, Func<string, bool> good)
    {
        if (Required(field) is not { } value) return "";
        if (value.ValueKind == JsonValueKind.String && good(value.GetString()!)) return value.GetString()!;
        Refuse(Codes.InvalidField, field);
        return "";
    }

    public Optional<string?> ClearableTimeZone()
    {
        if (Take(Fields.TimeZone) is not { } value) return default;
        if (value.ValueKind == JsonValueKind.Null) return new Optional<string?>(null);

        // By form only: browsers know newer zones than servers.
        var name = value.ValueKind == JsonValueKind.String ? WellFormed(value) : null;
        if (name is { Length: > 0 and <= LongestTimeZone } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')) return name;
        Refuse(Codes.InvalidField, Fields.TimeZone);
        return default;
    }

    public Optional<Recurrence?> ClearableRecurrence()
    {
        if (Take(Fields.Recurrence) is not { } value) return default;
        if (value.ValueKind == JsonValueKind.Null) return new Optional<Recurrence?>(null);
        if (value.ValueKind != JsonValueKind.Object)
        {
            Refuse(Codes.InvalidField, Fields.Recurrence);
            return default;
        }

        var inner = new CommandReader(value);
        var recurrence = inner.ReadRecurrence();
        inner.End();
        Fault ??= inner.Fault;
        return recurrence;
    }

    Recurrence ReadRecurrence()
    {
        var every = (RecurrenceUnit)Math.Max(0, Array.IndexOf(Units, OneOf("every", Units)));
        var interval = ClearableNumber("interval", 1, every == RecurrenceUnit.Weekday ? 1 : 99).Value ?? 1;
        DaysOfWeek? on = null;
        if (Take("on") is { ValueKind: not JsonValueKind.Null } days) on = ReadDays(days, every);
        MonthlyBy? monthly = null;
        if (Take("monthly") is { ValueKind: not JsonValueKind.Null })
        {
            monthly = OneOf("monthly", ["day", "weekday"]) == "weekday" ? MonthlyBy.Weekday : MonthlyBy.Day;
            if (every != RecurrenceUnit.Month) Refuse(Codes.InvalidField, "monthly");
        }

        var from = Take("from") is null || OneOf("from", ["due", "completion"]) != "completion" ? RecurrenceFrom.Due : RecurrenceFrom.Completion;
        return new Recurrence(every, interval, on, monthly, from, ClearableNumber("monthDay", 29, 31).Value);
    }

    DaysOfWeek? ReadDays(JsonElement value, RecurrenceUnit every)
    {
        var days = DaysOfWeek.None;
        var good = every == RecurrenceUnit.Week && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() is > 0 and <= 7;
        foreach (var day in good ? value.EnumerateArray() : default)
        {
            var index = day.ValueKind == JsonValueKind.String ? Array.IndexOf(Days, day.GetString()) : -1;
            good &= index >= 0;
            days |= (DaysOfWeek)(index >= 0 ? 1 << index : 0);
        }

        if (!good) Refuse(Codes.InvalidField, "on");
        return days;
    }

    int? ReadNumber(string field, JsonElement value, int min, int max)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max) return number;
        Refuse(Codes.InvalidField, field);
        return null;
    }
}
