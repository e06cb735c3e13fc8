namespace TaskList.Gateway.Lists.Import;

// What is read of a Trello export. Members that are not named here are skipped while reading, e-mail addresses among them.
// Collections may be absent, null or hold nulls: read them through Items().

record TrelloBoard
{
    public string? Name { get; init; }

    public string? Desc { get; init; }

    public IReadOnlyList<TrelloList?>? Lists { get; init; }

    public IReadOnlyList<TrelloCard?>? Cards { get; init; }

    public IReadOnlyList<TrelloLabel?>? Labels { get; init; }

    public IReadOnlyList<TrelloMember?>? Members { get; init; }

    public IReadOnlyList<TrelloChecklist?>? Checklists { get; init; }

    public IReadOnlyList<TrelloField?>? CustomFields { get; init; }

    public IReadOnlyList<TrelloAction?>? Actions { get; init; }
}

/// <param name="SoftLimit">Work-in-progress limit.</param>
sealed record TrelloList(string Id, string? Name = null, bool? Closed = null, double? Pos = null, double? SoftLimit = null);

/// <param name="Color">Null for none; newer exports have `_dark` and `_light` variants.</param>
sealed record TrelloLabel(string Id, string? Name = null, string? Color = null);

sealed record TrelloMember(string Id, string? FullName = null, string? Username = null);

/// <param name="Pos">Unique only inside a list.</param>
sealed record TrelloCard(string Id, string? Name = null, string? Desc = null, bool? Closed = null, string? IdList = null, double? Pos = null)
{
    public string? Start { get; init; }

    public string? Due { get; init; }

    public bool? DueComplete { get; init; }

    public double? DueReminder { get; init; }

    public IReadOnlyList<string?>? IdLabels { get; init; }

    public IReadOnlyList<string?>? IdMembers { get; init; }

    public IReadOnlyList<string?>? IdMembersVoted { get; init; }

    public IReadOnlyList<TrelloAttachment?>? Attachments { get; init; }

    public IReadOnlyList<TrelloFieldValue?>? CustomFieldItems { get; init; }

    public TrelloCover? Cover { get; init; }

    public TrelloBadges? Badges { get; init; }
}

sealed record TrelloAttachment(string? Id = null);

sealed record TrelloCover(string? IdAttachment = null, string? Color = null, string? IdUploadedBackground = null);

sealed record TrelloBadges(int? Comments = null);

/// <param name="IdCard">The card may be missing from the file.</param>
sealed record TrelloChecklist(string Id, string? IdCard = null, string? Name = null, double? Pos = null)
{
    public IReadOnlyList<TrelloCheckItem?>? CheckItems { get; init; }
}

sealed record TrelloCheckItem(string Id, string? Name = null, string? State = null, double? Pos = null, string? Due = null, string? IdMember = null);

/// <param name="Type">checkbox, date, list, number or text.</param>
sealed record TrelloField(string Id, string? Name = null, string? Type = null, double? Pos = null)
{
    public IReadOnlyList<TrelloFieldOption?>? Options { get; init; }
}

sealed record TrelloFieldOption(string Id, TrelloText? Value = null);

sealed record TrelloText(string? Text = null);

/// <param name="IdValue">The option, for fields of type list.</param>
sealed record TrelloFieldValue(string? IdCustomField = null, string? IdValue = null, TrelloValue? Value = null);

/// <summary>All values are strings, numbers and booleans too.</summary>
sealed record TrelloValue(string? Text = null, string? Number = null, string? Date = null, string? Checked = null);

sealed record TrelloAction(string Id, string? Type = null, string? Date = null, string? IdMemberCreator = null)
{
    public TrelloMember? MemberCreator { get; init; }

    public TrelloActionData? Data { get; init; }
}

sealed record TrelloActionData(string? Text = null, TrelloReference? Card = null);

sealed record TrelloReference(string? Id = null);
