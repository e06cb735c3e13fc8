using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace TaskList.Gateway.Lists.Import;

/// <summary>The file in a request: the body itself, or the first file of a form. Read as it arrives, never put aside.</summary>
static class ImportFile
{
    const int PartsBefore = 16;

    /// <summary>Null: a form without a file.</summary>
    public static async Task<Stream?> Open(HttpRequest request, CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return request.Body;

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary)) return null;

        var form = new MultipartReader(boundary, request.Body);
        for (var part = 0; part < PartsBefore && await form.ReadNextSectionAsync(stop) is { } section; part++)
        {
            if (section.AsFileSection() is { FileStream: { } file }) return file;
        }

        return null;
    }
}
