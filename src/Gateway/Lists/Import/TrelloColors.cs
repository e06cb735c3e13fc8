namespace TaskList.Gateway.Lists.Import;

/// <summary>Trello's thirty label colours among our ten.</summary>
static class TrelloColors
{
    static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["green"] = "green",
        ["lime"] = "green",
        ["yellow"] = "amber",
        ["orange"] = "orange",
        ["red"] = "red",
        ["purple"] = "purple",
        ["blue"] = "blue",
        ["sky"] = "teal",
        ["pink"] = "pink",
        ["black"] = "gray",
    };

    const string None = "gray";

    /// <summary>No colour is gray; one that Trello did not have when this was written is gray and reported.</summary>
    public static string Map(string? color, ImportTally tally)
    {
        if (string.IsNullOrEmpty(color)) return None;

        var plain = color.Split('_')[0];
        if (Ours.TryGetValue(plain, out var ours)) return ours;
        tally.Drop(ImportKinds.Colors, DropReasons.UnknownColor);
        return None;
    }
}
