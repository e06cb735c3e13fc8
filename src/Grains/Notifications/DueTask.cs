namespace TaskList.Grains.Notifications;

/// <summary>A task that was due at a time, and who wanted to hear of it by now.</summary>
sealed record DueTask(Guid ListId, Guid TaskId, DateTime DueAt, Guid[] UserIds);
