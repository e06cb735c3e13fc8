using System.Diagnostics;

namespace TaskList.Product.Tests;

/// <summary>A disk in memory that can be filled to the last byte.</summary>
sealed class SmallDisk : IDisposable
{
    SmallDisk(string path) => Path = path;

    public string Path { get; }

    string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Null where nobody may mount.</summary>
    public static SmallDisk? Mount(int megabytes)
    {
        if (!Environment.IsPrivilegedProcess) return null;
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("tasklist-disk-").FullName);
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path)) return disk;
        Directory.Delete(disk.Path);
        return null;
    }

    public void Fill()
    {
        // Without a buffer: what did not fit must not be tried again when the file is closed.
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = 1 << 20; size > 0; size /= 2)
        {
            try
            {
                while (true) file.Write(new byte[size]);
            }
            catch (IOException)
            {
                // Full for pieces of this size.
            }
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", "-l", Path);
        Directory.Delete(Path);
    }

    static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
