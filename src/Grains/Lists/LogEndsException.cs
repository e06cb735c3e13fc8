namespace TaskList.Grains.Lists;

/// <summary>A version that is known to be there was not found: the log is broken, or this is a replica that does not have it yet.</summary>
sealed class LogEndsException(Guid listId, long version) : InvalidOperationException($"The log of list {listId} ends before version {version}.");
