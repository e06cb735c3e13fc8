using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;
using TaskList.Contracts;
using TaskList.Gateway.Safety;

namespace TaskList.Gateway.Web;

/// <summary>Serves the built web app: hashed files for ever, the page itself fresh each time, because each copy carries its own nonce.</summary>
sealed class WebApp(GatewaySettings settings)
{
    const string NoncePlaceholder = "__CSP_NONCE__";

    readonly string _page = Path.Combine(settings.WebRoot, "index.html");

    /// <summary>Null when the app was not built; the API serves without it.</summary>
    public StaticFileOptions? Files { get; } = Directory.Exists(settings.WebRoot) ? FilesOf(settings.WebRoot) : null;

    /// <summary>For requests that no endpoint takes: a page of the app, or an honest 404.</summary>
    public async Task Answer(HttpContext context)
    {
        if (!IsPage(context.Request))
        {
            await Problems.Write(context, new Refusal(Codes.NotFound));
            return;
        }

        if (!File.Exists(_page))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("The web app is not here: build it (npm run build in web/) or point Web__Root at it. The API serves without it.");
            return;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var page = await File.ReadAllTextAsync(_page, context.RequestAborted);
        context.Response.Headers.ContentSecurityPolicy = ContentPolicies.App(context.Request, nonce);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentType = "text/html; charset=utf-8";
        if (HttpMethods.IsGet(context.Request.Method)) await context.Response.WriteAsync(page.Replace(NoncePlaceholder, nonce, StringComparison.Ordinal));
    }

    // A missing script must not be answered with a page: browsers would try to run it.
    static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !ContentPolicies.IsData(request.Path) && !ContentPolicies.IsTool(request.Path)
        && (request.Path == "/index.html" || !Path.HasExtension(request.Path.Value));

    static StaticFileOptions FilesOf(string root)
    {
        var files = new PhysicalFileProvider(root);
        return new()
        {
            FileProvider = files,
            ContentTypeProvider = new CompressedFiles(files),
            OnPrepareResponse = file =>
            {
                var kept = file.Context.Request.Path.StartsWithSegments("/assets");
                file.Context.Response.Headers[HeaderNames.CacheControl] = kept ? "public, max-age=31536000, immutable" : "no-cache";
                if (kept) CompressedFiles.Describe(file.Context);
            },
        };
    }
}
