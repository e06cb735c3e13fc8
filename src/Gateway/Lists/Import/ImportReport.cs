namespace TaskList.Gateway.Lists.Import;

/// <summary>What came over and what did not, in names that clients turn into words.</summary>
sealed record ImportReport(ImportedCounts Imported, IReadOnlyList<DroppedCount> Dropped);

sealed record ImportedCounts(int Sections, int Tasks, int Labels, int ChecklistItems, int Comments);

/// <param name="Kind">A name of <see cref="ImportKinds"/>.</param>
/// <param name="Reason">A name of <see cref="DropReasons"/>, or the code with which the list refused it.</param>
sealed record DroppedCount(string Kind, int Count, string Reason);

static class ImportKinds
{
    public const string Sections = "sections";
    public const string Tasks = "tasks";
    public const string Labels = "labels";
    public const string ChecklistItems = "checklistItems";
    public const string Comments = "comments";

    /// <summary>The board's own description; a list has none.</summary>
    public const string BoardDescription = "boardDescription";
    public const string Members = "members";
    public const string Assignments = "assignments";
    public const string Attachments = "attachments";
    public const string Votes = "votes";
    public const string Covers = "covers";
    public const string Reminders = "reminders";
    public const string SectionLimits = "sectionLimits";

    /// <summary>Due dates and persons of single checklist items.</summary>
    public const string ChecklistDetails = "checklistDetails";
    public const string CustomFields = "customFields";
    public const string Dates = "dates";
    public const string Colors = "colors";

    /// <summary>Texts that were cut; the rest of them came over.</summary>
    public const string Text = "text";
}

static class DropReasons
{
    /// <summary>Archived in Trello.</summary>
    public const string Closed = "closed";

    /// <summary>In a list that is archived in Trello.</summary>
    public const string ClosedList = "closedList";

    /// <summary>Belongs to something that is not in the file.</summary>
    public const string NoParent = "noParent";
    public const string NotSupported = "notSupported";

    /// <summary>Trello leaves old activity out of its exports.</summary>
    public const string NotInExport = "notInExport";
    public const string TooLong = "tooLong";
    public const string LimitReached = "limitReached";
    public const string Invalid = "invalid";
    public const string UnknownColor = "unknownColor";
}
