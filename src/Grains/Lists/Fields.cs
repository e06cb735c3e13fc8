namespace TaskList.Grains.Lists;

/// <summary>The wire names of what can be written over: stamps, conflicts and pictures of the past speak of them.</summary>
static class Fields
{
    public const string Title = "title";
    public const string Description = "description";
    public const string Priority = "priority";
    public const string StartAt = "startAt";
    public const string DueAt = "dueAt";
    public const string TimeZone = "timeZone";
    public const string Recurrence = "recurrence";
    public const string Completed = "completed";
    public const string Deleted = "deleted";
    public const string Parent = "parentTaskId";

    /// <summary>Section and neighbour together.</summary>
    public const string Place = "place";
    public const string Name = "name";
    public const string Key = "key";
    public const string Color = "color";
    public const string Limit = "limit";
    public const string Text = "text";
    public const string Checked = "checked";

    public const string Assignees = "assigneeIds";
    public const string Labels = "labelIds";
    public const string Checklist = "checklist";
    public const string Comments = "comments";
    public const string Transfer = "transfer";

    static readonly string[] All =
    [
        Title, Description, Priority, StartAt, DueAt, TimeZone, Recurrence, Completed, Deleted, Parent, Place, Name, Key, Color, Limit, Text, Checked,
    ];

    /// <summary>One object for each name, however often a stored list repeats it.</summary>
    public static string Shared(string name) => Array.Find(All, field => field == name) ?? name;
}
