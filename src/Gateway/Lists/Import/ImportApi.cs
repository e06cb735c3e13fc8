using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Safety;

namespace TaskList.Gateway.Lists.Import;

/// <summary>An export, a Trello board's or one of our own, becomes a list of the caller's. The whole file is read and planned before anything is made.</summary>
static class ImportApi
{
    /// <summary>In all. A file that trickles in would otherwise keep others from importing.</summary>
    static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    public static IServiceCollection AddImport(this IServiceCollection services) => services.AddSingleton<ImportGate>();

    public static void MapImportApi(this IEndpointRouteBuilder api) =>
        api.MapPost("/api/lists/import", Import)
            .WithName("importList")
            .WithSummary("Import a Trello board or a list exported as JSON: the file as body or as the first file of a form. With listId repeatable: what is there already is not added again.")
            .WithMetadata(new RequestSizeLimitAttribute(ListLimits.ImportBytes))
            .Accepts<JsonElement>("application/json", "multipart/form-data");

    static async Task<Results<Created<ImportedList>, ProblemHttpResult>> Import(
        ClaimsPrincipal caller, IGrainFactory grains, ImportGate gate, WriteBudget budget, HttpContext context, Guid? listId = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(TimeLimit);
        var stop = limit.Token;
        if (!budget.TryTake(caller.UserId(), 1, out var wait)) return Problems.From(Refusal.Undecided(Codes.RateLimited, wait), context);
        if (!await gate.Enter(stop)) return Problems.From(Refusal.Undecided(Codes.Overloaded, 5_000), context);
        try
        {
            if (await ImportFile.Open(context.Request, stop) is not { } file) return Problems.From(new Refusal(Codes.UnsupportedImport), context);
            var read = await ImportReader.Read(file, stop);
            if (!read.Ok) return Problems.From(read.Refusal, context);

            var id = listId ?? Guid.CreateVersion7();
            var plan = read.Value.IsOwn ? OwnPlanner.Plan(read.Value, id, caller.UserId()) : TrelloPlanner.Plan(read.Value, id);
            var imported = await new ImportRun(grains.GetGrain<IListGrain>(id), caller.UserId()).Execute(id, plan, stop);
            return imported.Ok ? TypedResults.Created($"/api/lists/{id}", imported.Value) : Problems.From(imported.Refusal, context);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // A form that ends too early or has no form's shape.
            return Problems.From(new Refusal(Codes.UnsupportedImport), context);
        }
        finally
        {
            gate.Leave();
        }
    }
}
