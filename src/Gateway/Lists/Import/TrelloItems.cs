namespace TaskList.Gateway.Lists.Import;

static class TrelloItems
{
    public static IEnumerable<T> Items<T>(this IReadOnlyList<T?>? list)
        where T : class => list?.OfType<T>() ?? [];

    /// <summary>In the board's order; what has no place comes last, as it stands in the file.</summary>
    public static IEnumerable<T> InOrder<T>(this IEnumerable<T> items, Func<T, double?> pos) => items.OrderBy(item => pos(item) ?? double.MaxValue);
}
