using TaskList.LocalServices;

namespace TaskList.Launcher;

/// <summary>What is kept between runs: postgres/, secrets/, logs/, and the version of this layout. One launcher at a time holds it.</summary>
sealed class DataFolder : IDisposable
{
    /// <summary>Raised when an older layout can no longer be read.</summary>
    const string Version = "1";

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    readonly FileStream _lock;

    DataFolder(string path, FileStream heldLock)
    {
        Path = path;
        _lock = heldLock;
        ProcessList = new ProcessListFile(System.IO.Path.Combine(path, "processes.json"));
        Directory.CreateDirectory(Logs);
    }

    public string Path { get; }

    public string Logs => System.IO.Path.Combine(Path, "logs");

    public ProcessListFile ProcessList { get; }

    public static DataFolder Open(string path)
    {
        try
        {
            var isNew = !Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any();
            Directory.CreateDirectory(path, OwnerOnly);
            var version = System.IO.Path.Combine(path, "version");
            if (isNew)
                File.WriteAllText(version, Version + "\n");
            CheckVersion(path, version);
            return new DataFolder(path, TakeLock(path));
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new LocalServiceException($"The data folder {path} cannot be used: {fault.Message}", fault);
        }
    }

    public void Dispose() => _lock.Dispose();

    static void CheckVersion(string path, string versionFile)
    {
        if (!File.Exists(versionFile))
            throw new LocalServiceException($"{path} is not empty and not a data folder of TaskList: choose another one with --data.");
        var found = File.ReadAllText(versionFile).Trim();
        if (found != Version)
            throw new LocalServiceException($"The data folder {path} is of version {found}; this TaskList reads version {Version}.");
    }

    // The system lifts the lock when its holder dies, however it dies.
    static FileStream TakeLock(string path)
    {
        var file = System.IO.Path.Combine(path, "lock");
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (File.Exists(file))
        {
            throw new LocalServiceException($"The data folder {path} is in use by another TaskList: stop that one or choose another folder with --data.", fault);
        }
    }
}
