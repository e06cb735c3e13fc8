using System.Security.Cryptography;
using System.Text;

namespace TaskList.LocalServices;

/// <summary>
/// Where the Unix socket of a data folder lies. A socket's whole path has at most 107 bytes, so it cannot live in a checkout of any depth;
/// the system's temporary folder is open to all, so the folder must be ours and closed.
/// </summary>
static class SocketFolder
{
    const int LongestPath = 100;
    const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string Prepare(string dataFolder, bool forNobody)
    {
        var path = PathFor(dataFolder);
        if (new DirectoryInfo(path).LinkTarget is not null)
            throw new LocalServiceException($"{path} is a link: somebody else made it. Remove it and start again.");
        Directory.CreateDirectory(path, Closed);
        if (!Posix.TakeOwnership(path, forNobody))
            throw new LocalServiceException($"{path} belongs to somebody else: remove it and start again.");
        File.SetUnixFileMode(path, Closed);
        return path;
    }

    static string PathFor(string dataFolder)
    {
        var name = "tasklist-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..12];
        var path = Path.Combine(Path.GetTempPath(), name);
        return Encoding.UTF8.GetByteCount(Path.Combine(path, ".s.PGSQL.5432")) <= LongestPath ? path : Path.Combine("/tmp", name);
    }
}
