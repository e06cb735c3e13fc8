using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskList.LoadGenerator;

namespace TaskList.Bench;

/// <summary>Users and lists on the product, made as a client would make them; copies of them on the others.</summary>
sealed class BoardMaker(Stage stage)
{
    const int ListsPerUser = 64;
    const int TasksPerBatch = 500;
    const int AtOnce = 8;

    public async Task<LoadList[]> Make(int lists, int tasks)
    {
        var tokens = new List<string>();
        for (var i = 0; i <= (lists - 1) / ListsPerUser; i++) tokens.Add(await SignUp());
        var made = new LoadList[lists];
        await Parallel.ForAsync(0, lists, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => made[i] = await Make(tokens[i / ListsPerUser], tasks));
        return made;
    }

    async Task<string> SignUp()
    {
        using var http = new HttpClient { BaseAddress = new Uri(stage.Product.Url) };
        var user = new { email = $"{Guid.NewGuid():n}@example.org", password = "correct horse battery", displayName = "Bench" };
        using var answer = await http.PostAsJsonAsync("/api/auth/register", user);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["accessToken"]!.GetValue<string>();
    }

    async Task<LoadList> Make(string token, int tasks)
    {
        using var http = new HttpClient { BaseAddress = new Uri(stage.Product.Url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var list = new LoadList(Guid.NewGuid(), [.. Enumerable.Range(0, tasks).Select(_ => Guid.CreateVersion7())], token);
        var sectionId = Guid.CreateVersion7();
        await Post(http, "/api/lists", new { listId = list.ListId, name = "Bench" });
        await Post(http, $"/api/lists/{list.ListId}/commands", new { commandId = Guid.NewGuid(), type = "addSection", sectionId, name = "Section" });
        foreach (var part in list.TaskIds.Chunk(TasksPerBatch))
        {
            await Post(http, $"/api/lists/{list.ListId}/commands:batch", part.Select(taskId =>
                new { commandId = Guid.NewGuid(), type = "addTask", taskId, sectionId, title = $"Something that has to be done, number {taskId.ToString()[..13]}" }));
        }

        foreach (var peer in new[] { stage.Memory, stage.Update })
        {
            if (peer is not null) await peer.Seed(await http.GetByteArrayAsync(new Uri($"/api/lists/{list.ListId}", UriKind.Relative)));
        }

        return list;
    }

    /// <summary>Edits some tasks' titles in one batch.</summary>
    public static Task Edit(HttpClient http, LoadList list, int first, int count) => Post(http, $"/api/lists/{list.ListId}/commands:batch", list.TaskIds.Skip(first).Take(count)
        .Select(taskId => new { commandId = Guid.NewGuid(), type = "editTask", taskId, title = $"Done at {DateTime.UtcNow:O}" }));

    static async Task Post(HttpClient http, string path, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }
}
