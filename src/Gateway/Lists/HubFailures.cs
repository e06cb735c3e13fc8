using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using TaskList.Contracts;

namespace TaskList.Gateway.Lists;

/// <summary>The hub's one place for what nobody expected: logged with ids to find it by, and told to the client as a bare code.</summary>
sealed partial class HubFailures(ILogger<HubFailures> logger) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception fault) when (fault is not HubException)
        {
            if (ClusterCalls.IsPassing(fault)) throw new HubException(Codes.Unavailable);
            LogFailed(fault, invocationContext.HubMethodName, invocationContext.Context.ConnectionId, Activity.Current?.TraceId.ToHexString());
            throw new HubException(Codes.Internal);
        }
    }

    [LoggerMessage(LogLevel.Error, "The hub method {Method} failed on connection {ConnectionId}, trace {TraceId}.")]
    partial void LogFailed(Exception fault, string method, string connectionId, string? traceId);
}
