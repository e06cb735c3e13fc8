namespace TaskList.Grains.Lists;

/// <summary>A statement never left this process: nothing was written.</summary>
sealed class NeverSentException(Exception inner) : Exception(inner.Message, inner);
