namespace TaskList.Grains.Lists;

/// <summary>Collects the conflicts of a command that writes several fields.</summary>
sealed class Clashes(long? seenVersion)
{
    List<FieldConflict>? _found;

    /// <summary>Null when there are none.</summary>
    public IReadOnlyList<FieldConflict>? Found => _found;

    public void Look(FieldStamps stamps, string field, object? theirs)
    {
        if (FieldConflict.Of(stamps, field, theirs, seenVersion) is { } conflict) (_found ??= []).Add(conflict);
    }
}
