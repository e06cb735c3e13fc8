namespace TaskList.Grains.Lists;

/// <summary>The version and actor of a field's last write.</summary>
readonly record struct FieldStamp(long Version, Guid? ActorId);

/// <summary>Who last wrote each field that editors can clash on, by the field's wire name. Immutable; most things were never written twice and share the empty one.</summary>
sealed class FieldStamps
{
    public static readonly FieldStamps None = new([]);

    readonly KeyValuePair<string, FieldStamp>[] _byField;

    FieldStamps(KeyValuePair<string, FieldStamp>[] byField) => _byField = byField;

    public FieldStamp? Of(string field)
    {
        foreach (var (name, stamp) in _byField)
        {
            if (name == field) return stamp;
        }

        return null;
    }

    public FieldStamps With(string field, FieldStamp stamp)
    {
        var at = Array.FindIndex(_byField, entry => entry.Key == field);
        var entry = KeyValuePair.Create(field, stamp);
        if (at < 0) return new([.. _byField, entry]);

        var copy = _byField.ToArray();
        copy[at] = entry;
        return new(copy);
    }

    /// <summary>Null when there are none.</summary>
    public Dictionary<string, FieldStamp>? ToStored() => _byField.Length == 0 ? null : new(_byField);

    public static FieldStamps FromStored(Dictionary<string, FieldStamp>? stored) =>
        stored is not { Count: > 0 } ? None : new([.. stored.Select(entry => KeyValuePair.Create(Fields.Shared(entry.Key), entry.Value))]);
}
