using System.Text;

namespace TaskList.Operations.Tests;

/// <summary>Values that must never reach a log, and the search for them in the forms that software likes to write.</summary>
public sealed class PlantedSecrets
{
    readonly List<string> _values = [];

    /// <summary>A value nobody else can have written.</summary>
    public string Plant(string hint) => Keep($"{hint}-{Guid.NewGuid():N}");

    /// <summary>A secret that the product made itself.</summary>
    public string Keep(string value)
    {
        _values.Add(value);
        return value;
    }

    /// <summary>The lines that hold one of the values: plain, escaped for an address, or in base64.</summary>
    public IEnumerable<string> FoundIn(string logFile)
    {
        var forms = _values.SelectMany(value => new[] { value, Uri.EscapeDataString(value), Convert.ToBase64String(Encoding.UTF8.GetBytes(value)) }).Distinct().ToArray();
        return File.ReadLines(logFile).Where(line => forms.Any(form => line.Contains(form, StringComparison.OrdinalIgnoreCase)));
    }
}
