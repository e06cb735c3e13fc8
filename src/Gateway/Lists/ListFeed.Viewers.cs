using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <remarks>Who comes and goes, and who is at the list: what the viewers here say goes up in reports, what all say together comes back as a picture.</remarks>
sealed partial class ListFeed
{
    PresencePicture? _picture;

    /// <summary>False when this connection does not have the list open. Waits for nothing: the next command is behind it.</summary>
    public bool SetPresence(string connectionId, Guid? taskId, string? field)
    {
        if (!viewers.TryGet(connectionId, out var viewer)) return false;
        if (viewer.Says(taskId, field, DateTime.UtcNow)) presence.Changed();
        return true;
    }

    public void RenewPresence(DateTimeOffset now) => presence.Renew(now);

    /// <summary>Behind the gate, so that nobody who has been removed hears of it.</summary>
    public async Task ShowPresence(PresencePicture picture)
    {
        await Gated(() =>
        {
            if (Ended || (_picture is { } last && last.Stamp >= picture.Stamp)) return Task.CompletedTask;
            var isNews = !picture.Viewers.SequenceEqual(_picture?.Viewers ?? []);
            _picture = picture;
            if (isNews) viewers.Post(PresenceLetter(picture));
            return Task.CompletedTask;
        });
        presence.Compare(picture);
    }

    /// <summary>Where the list stands and who is at it, for a connection that may have missed both.</summary>
    public IEnumerable<Letter> Resync(string connectionId)
    {
        if (!viewers.TryGet(connectionId, out _)) yield break;
        yield return HeadLetter(new ListHead(listId, _historyId, Version));
        if (_picture is { } picture) yield return PresenceLetter(picture);
    }

    void Join(string connectionId, FeedViewer viewer)
    {
        viewers.Add(connectionId, viewer);
        viewer.Outbox.Regained(listId);
        if (_picture is { Viewers.Length: > 0 } picture) viewer.Outbox.Post(PresenceLetter(picture));
    }

    bool Leave(string connectionId)
    {
        if (!viewers.Remove(connectionId, out var gone)) return false;
        if (gone.Word is not null) presence.Changed();
        return true;
    }

    void SendAway(PushedChange removal)
    {
        foreach (var connectionId in viewers.Of(removal).ToArray())
        {
            if (!viewers.TryGet(connectionId, out var gone) || !Leave(connectionId)) continue;
            gone.Outbox.Post(letters.AccessLost(listId));
        }
    }

    Letter HeadLetter(ListHead head) => letters.Write(ListMessages.Head, [new[] { head }]);

    Letter PresenceLetter(PresencePicture picture) => letters.Write(ListMessages.Presence, new PresenceMessage(listId, picture.Viewers));
}
