using TaskList.Contracts;
using TaskList.Gateway.Auth;

namespace TaskList.Gateway.Safety;

/// <summary>How many REST calls a user may make through this gateway: 600 reads and 240 writes a minute, as many at once.</summary>
sealed class RequestLimits(RequestDelegate next, GatewaySettings settings) : IDisposable
{
    readonly Buckets<Guid> _reads = new(burst: 600, perMinute: 600);
    readonly Buckets<Guid> _writes = new(burst: 240, perMinute: 240);

    public Task Invoke(HttpContext context) => Check(context) is { } wait ? Problems.Write(context, wait) : next(context);

    public void Dispose()
    {
        _reads.Dispose();
        _writes.Dispose();
    }

    Refusal? Check(HttpContext context)
    {
        if (!settings.LimitsOn || !context.Request.Path.StartsWithSegments("/api") || !context.User.NamesUserAndSession()) return null;
        // Commands are counted one by one where they are taken in, by hub and REST alike.
        if (context.GetEndpoint()?.Metadata.GetMetadata<SpendsWriteBudget>() is not null) return null;

        return (HttpMethods.IsGet(context.Request.Method) ? _reads : _writes).Take(context.User.UserId());
    }
}
