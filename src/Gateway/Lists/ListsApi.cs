using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Gateway.Auth;

namespace TaskList.Gateway.Lists;

/// <summary>Lists by REST: create, read, catch up.</summary>
static class ListsApi
{
    public static void MapListsApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/api/lists", Create).WithName("createList").WithSummary("Create a list; repeatable with the client's own id.");
        api.MapGet("/api/lists/{id}", Snapshot).WithName("getList").WithSummary("The list as it stands, or as it was at a version or time, with an ETag.")
            .Produces<ListSnapshot>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/api/lists/{id}/changes", Changes).WithName("getChanges").WithSummary("The changes after a version, in order.");
        api.MapGet("/api/lists/{id}/history", History).WithName("getHistory").WithSummary("Who did what and what it wrote over, newest first.");
        api.MapGet("/api/lists/{id}/people", People).WithName("getPeople").WithSummary("Names of everybody who is or was on the list.");
    }

    static async Task<Results<Created<ListCreatedAnswer>, ProblemHttpResult>> Create(
        CreateList request, ClaimsPrincipal caller, IGrainFactory grains, HttpContext context)
    {
        if (string.IsNullOrWhiteSpace(request.Name)) return Problems.From(Refusal.With(Codes.Blank, "field", "name"), context);
        if (request.Name.Length > ListLimits.Name) return Problems.From(Refusal.TooLong("name", ListLimits.Name), context);
        var acceptLanguage = context.Request.GetTypedHeaders().AcceptLanguage;
        if (ListTemplates.Sections(request.Template, acceptLanguage) is not { } sections)
            return Problems.From(Refusal.With(Codes.InvalidField, "field", "template"), context);

        var listId = request.ListId ?? Guid.CreateVersion7();
        var created = await ClusterCalls.Retry(() => grains.GetGrain<IListGrain>(listId).Create(caller.UserId(), request.Name, sections));
        return created.Ok ? TypedResults.Created($"/api/lists/{listId}", created.Value) : Problems.From(created.Refusal, context);
    }

    static async Task<IResult> Snapshot(string id, string? at, ClaimsPrincipal caller, IGrainFactory grains, HttpContext context)
    {
        if (!ListIds.TryParse(id, out var listId)) return Problems.From(new Refusal(Codes.ListNotFound), context);

        var point = at is null ? null : PastPoints.Parse(at);
        if (at is not null && point is null) return Problems.From(Refusal.With(Codes.InvalidField, "field", "at"), context);

        var known = ListTags.Parse(context.Request.Headers.IfNoneMatch);
        var list = grains.GetGrain<IListGrain>(listId);
        if (point is null && TakesBrotli(context.Request)) return await Compressed(list, caller.UserId(), known, context);
        var read = await ClusterCalls.Retry(() => point is null ? list.Snapshot(caller.UserId(), known) : list.SnapshotAt(caller.UserId(), point, known));
        if (!read.Ok) return Problems.From(read.Refusal, context);

        var (historyId, version, snapshot) = read.Value;
        Tag(context.Response, historyId, version);
        return snapshot is { } json ? Results.Bytes(json.Utf8, "application/json") : Results.StatusCode(StatusCodes.Status304NotModified);
    }

    /// <summary>The list's own compressed bytes, straight through.</summary>
    static async Task<IResult> Compressed(IListGrain list, Guid actorId, ListTag? known, HttpContext context)
    {
        var read = await ClusterCalls.Retry(() => list.CompressedSnapshot(actorId, known));
        if (!read.Ok) return Problems.From(read.Refusal, context);

        Tag(context.Response, read.Value.HistoryId, read.Value.Version);
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (read.Value.Brotli is not { } bytes) return Results.StatusCode(StatusCodes.Status304NotModified);
        context.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(bytes, "application/json");
    }

    static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && coding.Quality is null or > 0);

    static void Tag(HttpResponse response, Guid historyId, long version)
    {
        response.Headers.ETag = ListTags.Format(historyId, version);
        response.Headers.CacheControl = "private, no-cache";
    }

    static async Task<Results<Ok<ChangesAnswer>, ProblemHttpResult>> Changes(
        string id, ClaimsPrincipal caller, IGrainFactory grains, HttpContext context, long after = 0, int limit = ListLimits.ChangesPerAnswer)
    {
        if (!ListIds.TryParse(id, out var listId)) return Problems.From(new Refusal(Codes.ListNotFound), context);
        if (after < 0) return Problems.From(Refusal.With(Codes.InvalidField, "field", "after"), context);
        if (limit < 1) return Problems.From(Refusal.With(Codes.InvalidField, "field", "limit"), context);

        var read = await ClusterCalls.Retry(() => grains.GetGrain<IListGrain>(listId).Changes(caller.UserId(), new ChangesRequest(listId, after, limit)));
        return read.Ok ? TypedResults.Ok(read.Value) : Problems.From(read.Refusal, context);
    }

    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> History(
        string id, ClaimsPrincipal caller, IGrainFactory grains, HttpContext context, long? before = null, int limit = 50, string? taskId = null)
    {
        if (!ListIds.TryParse(id, out var listId)) return Problems.From(new Refusal(Codes.ListNotFound), context);
        if (before < 1) return Problems.From(Refusal.With(Codes.InvalidField, "field", "before"), context);
        if (limit < 1) return Problems.From(Refusal.With(Codes.InvalidField, "field", "limit"), context);
        Guid? ofTask = null;
        if (taskId is not null)
        {
            if (!ListIds.TryParse(taskId, out var parsed)) return Problems.From(Refusal.With(Codes.InvalidField, "field", "taskId"), context);
            ofTask = parsed;
        }

        var read = await ClusterCalls.Retry(() => grains.GetGrain<IListGrain>(listId).History(caller.UserId(), new HistoryRequest(before, limit, ofTask)));
        return read.Ok ? TypedResults.Bytes(read.Value.Page.Utf8, "application/json") : Problems.From(read.Refusal, context);
    }

    static async Task<Results<Ok<Person[]>, ProblemHttpResult>> People(
        string id, ClaimsPrincipal caller, IGrainFactory grains, PeopleNames names, HttpContext context)
    {
        if (!ListIds.TryParse(id, out var listId)) return Problems.From(new Refusal(Codes.ListNotFound), context);
        var read = await ClusterCalls.Retry(() => grains.GetGrain<IListGrain>(listId).People(caller.UserId()));
        return read.Ok ? TypedResults.Ok(await names.Of(read.Value.UserIds)) : Problems.From(read.Refusal, context);
    }
}

/// <param name="ListId">The client's own id, which makes the call repeatable; absent: the server makes one.</param>
/// <param name="Template">`kanban`, or absent for an empty list.</param>
sealed record CreateList(string Name, Guid? ListId = null, string? Template = null);

/// <param name="DisplayName">Null for somebody who was erased.</param>
sealed record Person(Guid UserId, string? DisplayName);
