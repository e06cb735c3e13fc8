namespace TaskList.Grains.Notifications;

/// <summary>A grain that works by itself and must stand again wherever it was lost.</summary>
sealed record KeptAwake(Func<IGrainFactory, Task> Wake);
