using System.Text.Json.Serialization;
using TaskList.Contracts.Lists;

namespace TaskList.Contracts.Notifications;

[GenerateSerializer, Alias("NotificationKind")]
[JsonConverter(typeof(JsonStringEnumConverter<NotificationKind>))]
public enum NotificationKind
{
    [JsonStringEnumMemberName("assigned")] Assigned = 0,
    [JsonStringEnumMemberName("roleChanged")] RoleChanged = 1,
    [JsonStringEnumMemberName("removedFromList")] RemovedFromList = 2,
    [JsonStringEnumMemberName("mentioned")] Mentioned = 3,
    [JsonStringEnumMemberName("commented")] Commented = 4,
    [JsonStringEnumMemberName("due")] Due = 5,

    /// <summary>A task on its way to another list, which does not answer: it stays frozen until it does.</summary>
    [JsonStringEnumMemberName("transferWaiting")] TransferWaiting = 6,
}

/// <param name="NotificationId">Derived from list, version and user, so that a repeat is recognised.</param>
/// <param name="DueAt">Of the task; only where the notification says that it is due.</param>
[GenerateSerializer, Immutable, Alias("Notification")]
public sealed record Notification(
    Guid NotificationId,
    NotificationKind Kind,
    Guid ListId,
    string ListName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? TaskId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TaskTitle,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Role? Role,
    Guid? ActorId,
    DateTime At,
    bool Read,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? DueAt = null);

/// <summary>What travels on the users' event streams. Losing one is harmless: the inbox and the lists are persisted.</summary>
/// <param name="Notification">Null when the user's set of lists changed.</param>
[GenerateSerializer, Immutable, Alias("UserEvent")]
public sealed record UserEvent(Guid UserId, Notification? Notification);
