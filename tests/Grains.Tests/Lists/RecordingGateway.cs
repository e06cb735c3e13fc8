using System.Threading.Channels;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Tests.Lists;

/// <summary>A gateway that takes every push at once and keeps it for the test.</summary>
sealed class RecordingGateway : IGatewayObserver
{
    readonly Channel<PushedChange> _changes = Channel.CreateUnbounded<PushedChange>();

    public bool HasMore => _changes.Reader.TryPeek(out _);

    public async Task Push(Guid listId, PushedChanges changes)
    {
        foreach (var change in changes.Changes) await _changes.Writer.WriteAsync(change);
    }

    public Task ShowPresence(Guid listId, PresencePicture picture) => Task.CompletedTask;

    public async Task<PushedChange> Next(TimeSpan patience) => await _changes.Reader.ReadAsync().AsTask().WaitAsync(patience);
}
