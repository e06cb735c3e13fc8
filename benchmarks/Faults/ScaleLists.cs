using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskList.LoadGenerator;

namespace TaskList.Faults;

/// <summary>Lists made as a client would make them.</summary>
static class ScaleLists
{
    const int ListsPerUser = 64;

    public static async Task<LoadList[]> Make(string url, int count)
    {
        var made = new List<LoadList>();
        while (made.Count < count)
        {
            using var http = new HttpClient { BaseAddress = new Uri(url) };
            var user = await Post(http, "/api/auth/register", new { email = $"{Guid.NewGuid():n}@example.org", password = "correct horse battery", displayName = "Scale" });
            var token = user["accessToken"]!.GetValue<string>();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            for (var i = 0; i < ListsPerUser && made.Count < count; i++) made.Add(await Make(http, token));
        }

        return [.. made];
    }

    static async Task<LoadList> Make(HttpClient http, string token)
    {
        var list = new LoadList(Guid.NewGuid(), [Guid.CreateVersion7(), Guid.CreateVersion7()], token);
        var sectionId = Guid.CreateVersion7();
        await Post(http, "/api/lists", new { listId = list.ListId, name = "Scale" });
        await Post(http, $"/api/lists/{list.ListId}/commands", new { commandId = Guid.NewGuid(), type = "addSection", sectionId, name = "Section" });
        foreach (var taskId in list.TaskIds)
            await Post(http, $"/api/lists/{list.ListId}/commands", new { commandId = Guid.NewGuid(), type = "addTask", taskId, sectionId, title = "Something that has to be done" });
        return list;
    }

    static async Task<JsonNode> Post(HttpClient http, string path, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }
}
