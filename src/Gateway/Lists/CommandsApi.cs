using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Safety;

namespace TaskList.Gateway.Lists;

/// <summary>Commands by REST: the same rules as through the hub, because the list decides both.</summary>
static class CommandsApi
{
    public static void MapCommandsApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/api/lists/{id}/commands", Execute).WithName("executeCommand").WithSummary("Execute one command; If-Match demands a version.")
            .Accepts<JsonElement>("application/json").WithMetadata(new SpendsWriteBudget());
        api.MapPost("/api/lists/{id}/commands:batch", ExecuteBatch).WithName("executeCommands").WithSummary("Execute up to 500 commands in order.")
            .Accepts<JsonElement[]>("application/json").WithMetadata(new SpendsWriteBudget());
    }

    static async Task<Results<Ok<AcceptedCommand>, ProblemHttpResult>> Execute(
        string id, ClaimsPrincipal caller, ListGrains lists, ListFeeds feeds, WriteBudget budget, HttpContext context)
    {
        if (!ListIds.TryParse(id, out var listId)) return Problems.From(new Refusal(Codes.ListNotFound), context);
        if (!budget.TryTake(caller.UserId(), 1, out var wait)) return Problems.From(Refusal.Undecided(Codes.RateLimited, wait), context);

        var ifMatch = context.Request.Headers.IfMatch;
        var tag = ListTags.Parse(ifMatch);
        if (ifMatch.Count > 0 && ifMatch != "*" && tag is null) return Problems.From(new Refusal(Codes.VersionMismatch), context);

        var command = new RawJson(await Body(context));
        var answer = await ClusterCalls.RetrySoon(() => lists[listId].Execute(caller.UserId(), command, tag));
        if (!answer.Accepted) return Problems.From(new Refusal(answer.Code!, answer.Params, answer.RetryAfterMs), context);
        feeds.Expect(listId, answer.Version!.Value);
        return TypedResults.Ok(new AcceptedCommand(answer.Version.Value, answer.Conflicts));
    }

    static async Task<Results<Ok<CommandAnswer[]>, ProblemHttpResult>> ExecuteBatch(
        string id, ClaimsPrincipal caller, ListGrains lists, ListFeeds feeds, WriteBudget budget, HttpContext context)
    {
        if (!ListIds.TryParse(id, out var listId)) return Problems.From(new Refusal(Codes.ListNotFound), context);
        var (commands, refusal) = Split(await Body(context));
        if (commands is null) return Problems.From(refusal!, context);
        if (commands.Length == 0) return TypedResults.Ok<CommandAnswer[]>([]);
        if (!budget.TryTake(caller.UserId(), commands.Length, out var wait)) return Problems.From(Refusal.Undecided(Codes.RateLimited, wait), context);

        var answers = await ClusterCalls.Retry(() => lists[listId].ExecuteBatch(caller.UserId(), commands));

        // To a stranger the list does not exist, whatever was asked of it.
        if (Array.TrueForAll(answers, answer => answer.Code == Codes.ListNotFound)) return Problems.From(new Refusal(Codes.ListNotFound), context);
        if (Array.FindLast(answers, answer => answer.Accepted) is { Version: { } version }) feeds.Expect(listId, version);
        return TypedResults.Ok(answers);
    }

    static async Task<byte[]> Body(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.ToArray();
    }

    /// <summary>The array's elements, each with the bytes it came in; what is in them is the list's business.</summary>
    static (RawJson[]? Commands, Refusal? Refusal) Split(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Array) return (null, new Refusal(Codes.InvalidCommand));
            if (document.RootElement.GetArrayLength() > ListLimits.BatchCommands) return (null, Refusal.TooMany("commands", ListLimits.BatchCommands));
            return ([.. document.RootElement.EnumerateArray().Select(command => new RawJson(Raw(command)))], null);
        }
        catch (JsonException)
        {
            return (null, new Refusal(Codes.MalformedJson));
        }
    }

    static byte[] Raw(JsonElement command) => System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(command).ToArray();
}

sealed record AcceptedCommand(
    long Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Conflicts);
