using System.Collections.Concurrent;

namespace TaskList.Grains.Tests;

/// <summary>Every grain call as Orleans writes it into logs and time-out messages.</summary>
sealed class CallTexts : IIncomingGrainCallFilter
{
    readonly ConcurrentQueue<string> _texts = new();

    public IEnumerable<string> All => _texts;

    public Task Invoke(IIncomingGrainCallContext context)
    {
        _texts.Enqueue(context.Request.ToString() ?? "");
        return context.Invoke();
    }
}
