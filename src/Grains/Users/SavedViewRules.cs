using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Users;

namespace TaskList.Grains.Users;

/// <summary>What a saved view may be, and how many there may be.</summary>
static class SavedViewRules
{
    public const int LongestQuery = 2_048;
    public const int Most = 200;

    /// <summary>Puts the view among the others, in the place of an older one with its id. Saying the same twice changes nothing.</summary>
    public static Result<SavedView> Put(List<SavedView> views, SavedView view)
    {
        var name = view.Name.Trim().Normalize();
        if (name.Length == 0) return Refusal.With(Codes.Blank, "field", "name");
        if (name.Length > ListLimits.Name) return Refusal.TooLong("name", ListLimits.Name);
        if (name.Any(char.IsControl)) return Refusal.With(Codes.InvalidField, "field", "name");
        if (view.Query.Length > LongestQuery) return Refusal.TooLong("query", LongestQuery);
        if (view.Query.Any(char.IsControl)) return Refusal.With(Codes.InvalidField, "field", "query");

        var good = view with { Name = name };
        var index = views.FindIndex(old => old.ViewId == view.ViewId);
        if (index >= 0) views[index] = good;
        else if (views.Count >= Most) return Refusal.TooMany("views", Most);
        else views.Add(good);
        return good;
    }
}
