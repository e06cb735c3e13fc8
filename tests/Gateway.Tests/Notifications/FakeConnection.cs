using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

namespace TaskList.Gateway.Tests.Notifications;

/// <summary>A hub connection of which one can ask whether it was cut.</summary>
sealed class FakeConnection : HubCallerContext
{
    readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override string ConnectionId { get; } = Guid.NewGuid().ToString();

    public override string? UserIdentifier => null;

    public ClaimsPrincipal? Caller { get; init; }

    public override ClaimsPrincipal? User => Caller;

    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override CancellationToken ConnectionAborted => new(IsCut);

    public bool IsCut => _cut.Task.IsCompleted;

    public override void Abort() => _cut.TrySetResult();

    /// <summary>Returns when it is cut; fails after 20 s.</summary>
    public Task Cut() => _cut.Task.WaitAsync(TimeSpan.FromSeconds(20));
}
