using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <summary>What a member may do; each role may all that a lower one may.</summary>
[GenerateSerializer, Alias("Role")]
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    [JsonStringEnumMemberName("viewer")] Viewer = 0,
    [JsonStringEnumMemberName("commenter")] Commenter = 1,
    [JsonStringEnumMemberName("editor")] Editor = 2,
    [JsonStringEnumMemberName("owner")] Owner = 3,
}
