using Microsoft.Extensions.Configuration;

namespace TaskList.ServiceDefaults;

/// <summary>Secrets are files in one folder (<c>Secrets:Directory</c>). A missing one is made on first use, unless <c>Secrets:CreateMissing</c> is false.</summary>
public sealed class SecretFiles(IConfiguration configuration)
{
    readonly string _directory = configuration["Secrets:Directory"]
        ?? throw new InvalidOperationException("Secrets:Directory is missing: name the folder that holds the keys.");

    readonly bool _createMissing = configuration.GetValue("Secrets:CreateMissing", true);

    /// <summary>The file's bytes. Processes that start together agree on one file: the first to link it wins.</summary>
    public byte[] LoadOrCreate(string name, Func<byte[]> create)
    {
        var path = Path.Combine(_directory, name);
        if (!File.Exists(path))
        {
            if (!_createMissing) throw new InvalidOperationException($"The secret {name} is missing in {_directory}.");
            Write(path, create());
        }

        return File.ReadAllBytes(path);
    }

    void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(_directory);
        var draft = $"{path}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options)) file.Write(content);

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster; its key counts.
            File.Delete(draft);
        }
    }
}
