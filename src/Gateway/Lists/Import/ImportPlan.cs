using TaskList.Contracts;

namespace TaskList.Gateway.Lists.Import;

/// <summary>Everything an import will do, known before the first thing is done.</summary>
sealed record ImportPlan(string Name, IReadOnlyList<RawJson> Commands, ImportReport Report);
