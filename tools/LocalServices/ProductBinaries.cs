using System.Reflection;

namespace TaskList.LocalServices;

/// <summary>Where the build put the product.</summary>
public static class ProductBinaries
{
    // The other projects were built in the configuration of this one.
    static readonly string Configuration =
        typeof(ProductBinaries).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    /// <summary>The built web app.</summary>
    public static string WebRoot => Path.Combine(RepositoryRoot.Path, "web", "dist");

    /// <summary>The program behind ./run.</summary>
    public static string Launcher => Built("tools", "Launcher");

    /// <summary>The program of a role.</summary>
    public static string Host(HostRole role) => Built("src", role.ToString());

    static string Built(string folder, string project)
    {
        var path = Path.Combine(RepositoryRoot.Path, folder, project, "bin", Configuration, "net10.0", $"TaskList.{project}.dll");
        return File.Exists(path) ? path : throw new LocalServiceException($"{project} is not built ({Configuration}): start ./run once without --no-build.");
    }
}
