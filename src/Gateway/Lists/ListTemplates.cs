using Microsoft.Net.Http.Headers;

namespace TaskList.Gateway.Lists;

/// <summary>What a new list starts with. Section names are the user's content, so they come in the user's language.</summary>
static class ListTemplates
{
    static readonly string[] English = ["To do", "In progress", "Done"];
    static readonly string[] Russian = ["Сделать", "В работе", "Готово"];

    /// <summary>Null for a template that does not exist.</summary>
    public static string[]? Sections(string? template, IList<StringWithQualityHeaderValue> acceptLanguage) => template switch
    {
        null => [],
        "kanban" => PrefersRussian(acceptLanguage) ? Russian : English,
        _ => null,
    };

    static bool PrefersRussian(IList<StringWithQualityHeaderValue> acceptLanguage) => acceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .FirstOrDefault()?.Value.StartsWith("ru", StringComparison.OrdinalIgnoreCase) == true;
}
