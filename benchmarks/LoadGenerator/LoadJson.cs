using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskList.LoadGenerator;

/// <summary>The generator's own lines.</summary>
public static class LoadJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Say(LoadResult result) => Console.Out.WriteLine(JsonSerializer.Serialize(result, Options));
}
