using System.Globalization;
using System.Text;

namespace TaskList.Gateway.Lists.Import;

/// <summary>Custom fields become lines under a heading of the description: nothing here can hold them yet, and losing them would be worse.</summary>
sealed class TrelloFields(TrelloBoard board, ImportTally tally)
{
    const string Heading = "## Custom fields";

    readonly Dictionary<string, TrelloField> _fields =
        board.CustomFields.Items().InOrder(field => field.Pos).DistinctBy(field => field.Id).ToDictionary(field => field.Id);

    /// <summary>The card's own description, then its fields in the board's order. Null when there is neither.</summary>
    public string? Describe(TrelloCard card)
    {
        var text = new StringBuilder(card.Desc?.TrimEnd());
        var lines = Lines(card);
        if (lines.Count > 0)
        {
            if (text.Length > 0) text.Append("\n\n");
            text.Append(Heading).Append("\n\n").AppendJoin('\n', lines);
        }

        return text.Length == 0 ? null : text.ToString();
    }

    List<string> Lines(TrelloCard card)
    {
        var found = new List<(double Pos, string Line)>();
        foreach (var item in card.CustomFieldItems.Items())
        {
            if (item.IdCustomField is null || !_fields.TryGetValue(item.IdCustomField, out var field))
                tally.Drop(ImportKinds.CustomFields, DropReasons.NoParent);
            else if (Value(field, item) is { Length: > 0 } value)
                found.Add((field.Pos ?? double.MaxValue, $"- {tally.Name(field.Name, 256)}: {value}"));
            else
                tally.Drop(ImportKinds.CustomFields, DropReasons.Invalid);
        }

        return [.. found.OrderBy(line => line.Pos).Select(line => line.Line)];
    }

    static string? Value(TrelloField field, TrelloFieldValue item) => field.Type switch
    {
        "list" => field.Options.Items().FirstOrDefault(option => option.Id == item.IdValue)?.Value?.Text,
        "checkbox" => item.Value?.Checked switch { "true" => "✓", "false" => "✗", _ => null },
        "date" => TrelloDates.Parse(item.Value?.Date)?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        "number" => item.Value?.Number,
        _ => item.Value?.Text?.ReplaceLineEndings(" "),
    };
}
