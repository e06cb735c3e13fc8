using System.Text.Json;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Notifications;

/// <summary>Finds the news in a change's bytes. Event types of a newer release are skipped: a cluster is of two releases while it is upgraded.</summary>
static class UserNewsReader
{
    /// <exception cref="JsonException">The bytes are no change.</exception>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    public static (Guid? ActorId, List<UserNews> News) Read(ReadOnlyMemory<byte> change)
    {
        using var document = JsonDocument.Parse(change);
        var actor = document.RootElement.GetProperty("actorId");
        var news = new List<UserNews>();
        foreach (var happened in document.RootElement.GetProperty("events").EnumerateArray())
        {
            if (Read(happened) is { } item) news.Add(item);
            news.AddRange(AssignedFromTheStart(happened));
        }

        return (actor.ValueKind == JsonValueKind.Null ? null : actor.GetGuid(), news);
    }

    static UserNews? Read(JsonElement happened) => happened.GetProperty("type").GetString() switch
    {
        "listCreated" => new ListStarted(Id(happened, "ownerId"), happened.GetProperty("name").GetString()!),
        "listRenamed" => new ListNamed(happened.GetProperty("name").GetString()!),
        "memberAdded" => new ListJoined(Id(happened, "userId"), RoleOf(happened)),
        "memberRoleSet" => new RoleChanged(Id(happened, "userId"), RoleOf(happened)),
        "memberRemoved" => new ListLeft(Id(happened, "userId")),
        "listArchived" or "listUnarchived" => new ListShelved(),
        "listDeleted" => new ListEnded(),
        "listRestored" => new ListBack(),
        "commentAdded" when !happened.TryGetProperty("importedAt", out _) => Discussed(happened, isNew: true),
        "commentEdited" => Discussed(happened, isNew: false),
        "assigned" => new TaskAssigned(Id(happened, "userId"), Id(happened, "taskId")),
        _ => null,
    };

    static TaskDiscussed Discussed(JsonElement happened, bool isNew) =>
        new(Id(happened, "taskId"), Id(happened, "commentId"), [.. Ids(happened, "mentions")], isNew);

    static IEnumerable<UserNews> AssignedFromTheStart(JsonElement happened) => happened.GetProperty("type").GetString() == "taskAdded"
        ? Ids(happened, "assigneeIds").Select(user => new TaskAssigned(user, Id(happened, "taskId"))) : [];

    static IEnumerable<Guid> Ids(JsonElement happened, string name) =>
        happened.TryGetProperty(name, out var ids) && ids.ValueKind == JsonValueKind.Array ? ids.EnumerateArray().Select(id => id.GetGuid()) : [];

    static Guid Id(JsonElement happened, string name) => happened.GetProperty(name).GetGuid();

    static Role RoleOf(JsonElement happened) => happened.GetProperty("role").Deserialize<Role>();
}
