using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <summary>When a completed task comes again, in the local time of its zone.</summary>
/// <param name="Interval">Every so many units, 1 to 99; always 1 with <see cref="RecurrenceUnit.Weekday"/>.</param>
/// <param name="On">Days of the week; only with <see cref="RecurrenceUnit.Week"/>. Absent: the day it was due.</param>
/// <param name="Monthly">Only with <see cref="RecurrenceUnit.Month"/>. Absent: by the day of the month.</param>
/// <param name="MonthDay">The day of the month that is meant, while the due date had to fall back from it to a shorter month's last day.</param>
public sealed record Recurrence(
    RecurrenceUnit Every,
    int Interval,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DaysOfWeek? On,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MonthlyBy? Monthly,
    RecurrenceFrom From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MonthDay = null);

[JsonConverter(typeof(JsonStringEnumConverter<RecurrenceUnit>))]
public enum RecurrenceUnit
{
    [JsonStringEnumMemberName("day")] Day,
    [JsonStringEnumMemberName("weekday")] Weekday,
    [JsonStringEnumMemberName("week")] Week,
    [JsonStringEnumMemberName("month")] Month,
    [JsonStringEnumMemberName("year")] Year,
}

[JsonConverter(typeof(JsonStringEnumConverter<MonthlyBy>))]
public enum MonthlyBy
{
    /// <summary>The same day of the month; the 29th to 31st fall back to a shorter month's last day.</summary>
    [JsonStringEnumMemberName("day")] Day,

    /// <summary>The nth such weekday; the fifth is the last.</summary>
    [JsonStringEnumMemberName("weekday")] Weekday,
}

[JsonConverter(typeof(JsonStringEnumConverter<RecurrenceFrom>))]
public enum RecurrenceFrom
{
    [JsonStringEnumMemberName("due")] Due,
    [JsonStringEnumMemberName("completion")] Completion,
}

/// <summary>A set of weekdays: on the wire an array of three-letter names, Monday first.</summary>
[Flags]
[JsonConverter(typeof(DaysOfWeekConverter))]
public enum DaysOfWeek
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
}

/// <summary>Public for the generated code of other assemblies.</summary>
public sealed class DaysOfWeekConverter : JsonConverter<DaysOfWeek>
{
    static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public override DaysOfWeek Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Days of the week are an array.");
        var days = DaysOfWeek.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var day = Array.IndexOf(Names, reader.GetString());
            if (day < 0) throw new JsonException("There is no such day of the week.");
            days |= (DaysOfWeek)(1 << day);
        }

        return days;
    }

    public override void Write(Utf8JsonWriter writer, DaysOfWeek value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (var day = 0; day < Names.Length; day++)
        {
            if (value.HasFlag((DaysOfWeek)(1 << day))) writer.WriteStringValue(Names[day]);
        }

        writer.WriteEndArray();
    }
}
