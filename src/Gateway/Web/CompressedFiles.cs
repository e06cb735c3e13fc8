using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace TaskList.Gateway.Web;

/// <summary>
/// The app's files lie there three times: plain, <c>.br</c> and <c>.gz</c>, compressed when they were built, as small as they get and without work for a gateway.
/// Who takes an encoding gets that file; a build without them is compressed on the way, as everything else is.
/// </summary>
sealed class CompressedFiles(IFileProvider files) : IContentTypeProvider
{
    static readonly (string Encoding, string Suffix)[] Kinds = [("br", ".br"), ("gzip", ".gz")];

    readonly FileExtensionContentTypeProvider _types = new();

    /// <summary>Points the request at the best file that its sender takes.</summary>
    public Task Choose(HttpContext context, RequestDelegate next)
    {
        var (request, path) = (context.Request, context.Request.Path);
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var best = Kinds.FirstOrDefault(kind => accepted.Any(taken => taken.Value == kind.Encoding && taken.Quality is not 0) && files.GetFileInfo(path + kind.Suffix).Exists);
        if (best.Suffix is not null) request.Path = path + best.Suffix;
        return next(context);
    }

    /// <summary>Of a compressed file: what it will be once it is unpacked.</summary>
    public bool TryGetContentType(string subpath, out string contentType) => _types.TryGetContentType(Plain(subpath), out contentType!);

    public static void Describe(HttpContext context)
    {
        var kind = Kinds.FirstOrDefault(kind => context.Request.Path.Value!.EndsWith(kind.Suffix, StringComparison.Ordinal));
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (kind.Encoding is not null) context.Response.Headers.ContentEncoding = kind.Encoding;
    }

    static string Plain(string path) => Kinds.Any(kind => path.EndsWith(kind.Suffix, StringComparison.Ordinal)) ? path[..^3] : path;
}
