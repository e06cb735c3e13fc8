namespace TaskList.Gateway.Safety;

/// <summary>Puts the safety headers on every answer, errors included: they are set at the last moment, when nothing clears them any more.</summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    public const string TraceIdHeader = "X-Trace-Id";

    public Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(static state => Set((HttpContext)state), context);
        return next(context);
    }

    static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ContentPolicies.For(context.Request);
        if (ContentPolicies.IsData(context.Request.Path) && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";

        headers.XContentTypeOptions = "nosniff";
        // A form that is posted under "no-referrer" says its origin is "null", and the operators' sign-in would be refused.
        headers["Referrer-Policy"] = ContentPolicies.IsTool(context.Request.Path) ? "same-origin" : "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers[TraceIdHeader] = Problems.TraceId(context);
        return Task.CompletedTask;
    }
}
