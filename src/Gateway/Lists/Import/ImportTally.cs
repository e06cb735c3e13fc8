namespace TaskList.Gateway.Lists.Import;

/// <summary>Counts while a plan is made.</summary>
sealed class ImportTally
{
    readonly Dictionary<string, int> _imported = [];
    readonly Dictionary<(string Kind, string Reason), int> _dropped = [];

    public void Import(string kind) => _imported[kind] = Imported(kind) + 1;

    public void Drop(string kind, string reason, int count = 1)
    {
        if (count > 0) _dropped[(kind, reason)] = _dropped.GetValueOrDefault((kind, reason)) + count;
    }

    /// <summary>Counts one more of a kind, or drops it when there is no room.</summary>
    public bool Fits(string kind, int soFar, int most)
    {
        if (soFar < most) Import(kind);
        else Drop(kind, DropReasons.LimitReached);
        return soFar < most;
    }

    /// <summary>The text, cut to what fits; never within a character of two units.</summary>
    public string Cut(string text, int most)
    {
        text = text.Replace("\0", "", StringComparison.Ordinal);
        if (text.Length <= most) return text;

        Drop(ImportKinds.Text, DropReasons.TooLong);
        return char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
    }

    /// <summary>A name or title: where Trello has none, a dash, because ours may not be blank.</summary>
    public string Name(string? text, int most) => string.IsNullOrWhiteSpace(text) ? "—" : Cut(text.Trim(), most);

    public int Imported(string kind) => _imported.GetValueOrDefault(kind);

    public ImportReport Report() => new(
        new ImportedCounts(
            Imported(ImportKinds.Sections), Imported(ImportKinds.Tasks), Imported(ImportKinds.Labels),
            Imported(ImportKinds.ChecklistItems), Imported(ImportKinds.Comments)),
        [.. _dropped.Select(entry => new DroppedCount(entry.Key.Kind, entry.Value, entry.Key.Reason))
            .OrderBy(entry => entry.Kind, StringComparer.Ordinal).ThenBy(entry => entry.Reason, StringComparer.Ordinal)]);
}
