using System.Security.Claims;
using System.Text;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Gateway.Auth;

namespace TaskList.Gateway.Lists.Export;

/// <summary>A list as a file: all of its history as JSON, or what it says now as a table or as text.</summary>
static class ExportApi
{
    public static IServiceCollection AddExport(this IServiceCollection services) => services.AddSingleton<ExportGate>();

    public static void MapExportApi(this IEndpointRouteBuilder api) =>
        api.MapGet("/api/lists/{id}/export", Export)
            .WithName("exportList")
            .WithSummary("The list as a file: json (snapshot and all changes), csv or markdown.")
            .Produces<string>(StatusCodes.Status200OK, "application/json", "text/csv", "text/markdown")
            .ProducesProblem(StatusCodes.Status404NotFound);

    static async Task<IResult> Export(
        string id, ClaimsPrincipal caller, IGrainFactory grains, PeopleNames names, ExportGate gate, TimeProvider clock, HttpContext context, string format = "json")
    {
        if (!ListIds.TryParse(id, out var listId)) return Problems.From(new Refusal(Codes.ListNotFound), context);
        if (format is not ("json" or "csv" or "markdown")) return Problems.From(Refusal.With(Codes.InvalidField, "field", "format"), context);

        var list = grains.GetGrain<IListGrain>(listId);
        var people = await ClusterCalls.Retry(() => list.People(caller.UserId()));
        if (!people.Ok) return Problems.From(people.Refusal, context);
        if (!await gate.Enter(context.RequestAborted)) return Problems.From(Refusal.Undecided(Codes.Overloaded, 5_000), context);
        context.Response.OnCompleted(gate.Leave);

        var read = await ClusterCalls.Retry(() => list.Snapshot(caller.UserId(), null));
        if (!read.Ok) return Problems.From(read.Refusal, context);
        var (historyId, version, json) = read.Value;
        var snapshot = ListJson.ReadSnapshot(json!.Value.Utf8.Span);
        var file = ExportNames.Of(snapshot.Name, clock.GetUtcNow());
        var persons = await names.Of(people.Value.UserIds);
        var called = persons.ToDictionary(person => person.UserId, person => person.DisplayName);
        return format switch
        {
            "csv" => Text(CsvExport.Write(snapshot, called), withMark: true, "text/csv; charset=utf-8", $"{file}.csv"),
            "markdown" => Text(MarkdownExport.Write(snapshot, called), withMark: false, "text/markdown; charset=utf-8", $"{file}.md"),
            _ => Results.Stream(
                to => new JsonExport(list, listId, caller.UserId(), context).Write(to, historyId, version, json.Value, persons), "application/json", $"{file}.json"),
        };
    }

    /// <param name="withMark">Spreadsheets take a table for UTF-8 only if it begins with the mark of it.</param>
    static IResult Text(IEnumerable<string> pieces, bool withMark, string type, string file) => Results.Stream(
        async to =>
        {
            await using var writer = new StreamWriter(to, new UTF8Encoding(withMark));
            foreach (var piece in pieces) await writer.WriteAsync(piece);
        },
        type,
        file);
}
