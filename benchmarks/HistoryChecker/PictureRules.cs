namespace TaskList.HistoryChecker;

/// <summary>I9 and I10: every picture that anybody was given, against a replay of the log by a model that shares nothing with the product.</summary>
static class PictureRules
{
    public static IEnumerable<Violation> Check(History history)
    {
        var restarts = history.Lines.Where(line => line.Kind == LineKind.Nemesis).Select(line => line.At).ToArray();
        foreach (var pictures in history.Lines.Where(line => line.Snapshot is not null).GroupBy(line => line.List!.Value))
        {
            var (model, log, next) = (new BoardModel(), history.Log(pictures.Key), 0);
            List<(HistoryLine Line, string? Difference)> checkedLines = [];
            foreach (var line in pictures.OrderBy(line => line.Version))
            {
                while (next < log.Count && log[next].Version <= line.Version) model.Apply(log[next++].Events);
                checkedLines.Add((line, model.Difference(line.Snapshot!.Value)));
            }

            // Wrong from the start is the state's fault. Right before the product was started anew and wrong after it is the stored snapshot's.
            var lastRight = checkedLines.Where(entry => entry.Difference is null).Select(entry => entry.Line.At).DefaultIfEmpty().Max();
            foreach (var (line, difference) in checkedLines.Where(entry => entry.Difference is not null))
            {
                var stored = restarts.Any(at => at < line.At) && !checkedLines.Any(entry => entry.Difference is not null && entry.Line.At < restarts[0]) && lastRight > 0;
                yield return new Violation(stored ? "I10" : "I9", $"The picture of version {line.Version} of list {pictures.Key}: {difference}.", line with { Snapshot = null });
            }
        }
    }
}
