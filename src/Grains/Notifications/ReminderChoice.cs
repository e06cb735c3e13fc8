namespace TaskList.Grains.Notifications;

/// <summary>When somebody wants to be reminded of what is due, by its name on the wire.</summary>
static class ReminderChoice
{
    public const string Usual = "hourBefore";

    public static readonly TimeSpan UsualLead = TimeSpan.FromHours(1);

    public static readonly TimeSpan LongestLead = TimeSpan.FromDays(1);

    /// <summary>False for a name that is none. Without a lead there are no reminders.</summary>
    public static bool TryRead(string name, out TimeSpan? lead)
    {
        (var known, lead) = name switch
        {
            "off" => (true, (TimeSpan?)null),
            "atDue" => (true, TimeSpan.Zero),
            Usual => (true, UsualLead),
            "dayBefore" => (true, LongestLead),
            _ => (false, null),
        };
        return known;
    }
}
