using TaskList.LocalServices;

namespace TaskList.Bench;

/// <summary>Where the build put the other programs of the bench. Release only: nobody wants figures of anything else.</summary>
static class BenchBinaries
{
    public static string Folder => Path.Combine(RepositoryRoot.Path, "benchmarks");

    public static string Of(string project) => Path.Combine(Folder, project, "bin", "Release", "net10.0", $"TaskList.{project}.dll");
}
