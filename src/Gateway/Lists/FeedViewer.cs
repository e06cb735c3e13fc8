using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>A connection that has a list open.</summary>
sealed class FeedViewer(Guid userId, Outbox outbox)
{
    Viewer? _word;

    public Guid UserId => userId;

    public Outbox Outbox => outbox;

    /// <summary>What its user looks at; null for one who never said.</summary>
    public Viewer? Word => Volatile.Read(ref _word);

    /// <summary>False when it has said the same before.</summary>
    public bool Says(Guid? taskId, string? field, DateTime at)
    {
        if (Word is { } before && before.TaskId == taskId && before.Field == field) return false;
        Volatile.Write(ref _word, new Viewer(userId, taskId, field, at));
        return true;
    }
}
