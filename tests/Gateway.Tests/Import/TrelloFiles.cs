using System.Text;
using TaskList.Contracts;
using TaskList.Gateway.Lists.Import;

namespace TaskList.Gateway.Tests.Import;

static class TrelloFiles
{
    public static readonly Guid ListId = new("0198f000-0000-7000-8000-000000000001");

    public static FileStream Open(string name) => File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "trello", name));

    public static Task<Result<ImportedFile>> Read(string json) => ImportReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), CancellationToken.None);

    public static async Task<ImportPlan> Plan(string json) => TrelloPlanner.Plan((await Read(json)).Value!, ListId);

    public static async Task<ImportPlan> PlanFile(string name)
    {
        await using var file = Open(name);
        return TrelloPlanner.Plan((await ImportReader.Read(file, CancellationToken.None)).Value!, ListId);
    }
}
