namespace TaskList.HistoryChecker;

/// <summary>All promises at once, each in time linear in the history but for one sort.</summary>
public static class Checker
{
    const int Shown = 5;

    /// <summary>What each name promises.</summary>
    public static readonly IReadOnlyDictionary<string, string> Promises = new Dictionary<string, string>
    {
        ["I1"] = "an accepted command is in the log at the version that was answered",
        ["I2"] = "a command counts at most once; one that was refused is not in the log",
        ["I3"] = "nothing is in the log that nobody asked for, or before it was asked for",
        ["I4"] = "a change says what its command meant",
        ["I5"] = "a list's versions are 1 to n without gaps, and time does not run back",
        ["I6"] = "a command sent after another one's answer comes after it",
        ["I7"] = "a viewer gets the log's bytes, each version once and in order",
        ["I8"] = "a read shows its caller's own accepted commands, and never less than the read before",
        ["I9"] = "a picture of a version is what the log says up to it",
        ["I10"] = "… also when it comes from a stored snapshot",
        ["I11"] = "nothing reaches anybody who is no member at that version, and nobody else's command counts",
        ["I14"] = "once left alone, everything is answered and every viewer is at the head",
    };

    public static IReadOnlyList<Violation> Check(History history) =>
    [
        .. AnswerRules.Check(history),
        .. LogRules.Check(history),
        .. DeliveryRules.Check(history),
        .. ReadRules.Check(history),
        .. PictureRules.Check(history),
    ];

    public static string Describe(History history, IReadOnlyList<Violation> broken)
    {
        var size = $"{history.Lines.Count} lines, {history.Lists.Count()} lists, {history.Lists.Sum(list => history.Log(list).Count)} changes.";
        return broken.Count == 0
            ? $"{size} Kept: {string.Join(", ", Promises.Keys)}."
            : string.Join(Environment.NewLine, broken.GroupBy(violation => violation.Invariant).SelectMany(Describe).Prepend(size));
    }

    static IEnumerable<string> Describe(IGrouping<string, Violation> invariant)
    {
        yield return $"BROKEN {invariant.Key} ({invariant.Count()} times): {Promises[invariant.Key]}";
        foreach (var violation in invariant.Take(Shown))
        {
            yield return $"  {violation.What}";
            foreach (var line in violation.Lines) yield return $"    {line}";
        }
    }
}
