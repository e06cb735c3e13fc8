using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using TaskList.Gateway.Safety;
using Xunit;

namespace TaskList.Gateway.Tests.Safety;

/// <summary>Connections come and go at the pace of the thread pool. Looks at it are counted; no time is measured.</summary>
public sealed class PaceFacts
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void NobodyWaitsWhereThereIsLittleToDo()
    {
        using var pace = new Pace(() => Pace.MostPending, () => throw new InvalidOperationException());
        Assert.True(pace.Turn().AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task ACrowdGoesOnOneByOneAndOnlyWhenWorkHasBeenDone()
    {
        var (pending, pauses, worked) = (Pace.MostPending + 1, 0, new TaskCompletionSource());
        using var pace = new Pace(() => Volatile.Read(ref pending), () =>
        {
            Interlocked.Increment(ref pauses);
            return worked.Task;
        });
        var crowd = Enumerable.Range(0, 50).Select(_ => pace.Turn().AsTask()).ToArray();
        Assert.Equal(1, pauses);
        Assert.DoesNotContain(crowd, turn => turn.IsCompleted);

        Volatile.Write(ref pending, 0);
        worked.SetResult();
        await Task.WhenAll(crowd).WaitAsync(Patience);
        Assert.Equal(1, pauses);
    }

    [Fact]
    public async Task WhoHasWaitedLongEnoughGoesOnAllTheSame()
    {
        var pauses = 0;
        using var pace = new Pace(() => Pace.MostPending + 1, () =>
        {
            pauses++;
            return Task.CompletedTask;
        });
        await pace.Turn().AsTask().WaitAsync(Patience);
        Assert.Equal(Pace.MostPauses, pauses);
    }

    [Fact]
    public async Task AConnectionHearsOfItsEndOnlyInItsTurn()
    {
        var (pending, worked) = (Pace.MostPending + 1, new TaskCompletionSource());
        using var pace = new Pace(() => Volatile.Read(ref pending), () => worked.Task);
        using var closed = new CancellationTokenSource();
        var input = new Pipe();
        var both = new Both(input.Reader, new Pipe().Writer);
        var connection = new DefaultConnectionContext("1", both, both) { ConnectionClosed = closed.Token };
        PacedEnd.Of(connection, pace);
        await input.Writer.WriteAsync("word"u8.ToArray());
        var word = await connection.Transport.Input.ReadAsync();
        Assert.Equal((4, false), (word.Buffer.Length, word.IsCompleted));
        connection.Transport.Input.AdvanceTo(word.Buffer.End);

        var ending = connection.Transport.Input.ReadAsync().AsTask();
        await closed.CancelAsync();
        await input.Writer.CompleteAsync(new ConnectionResetException("gone"));
        Assert.False(connection.ConnectionClosed.IsCancellationRequested);
        Assert.NotSame(ending, await Task.WhenAny(ending, Task.Delay(50)));

        Volatile.Write(ref pending, 0);
        worked.SetResult();
        var end = await ending.WaitAsync(Patience);
        Assert.True(end is { IsCompleted: true, Buffer.IsEmpty: true });
        connection.Transport.Input.AdvanceTo(end.Buffer.End);
        await Assert.ThrowsAsync<TaskCanceledException>(() => Task.Delay(Patience, connection.ConnectionClosed));
    }

    sealed record Both(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
