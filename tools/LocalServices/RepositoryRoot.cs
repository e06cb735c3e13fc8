namespace TaskList.LocalServices;

/// <summary>The checkout that this build came from.</summary>
public static class RepositoryRoot
{
    const string Marker = "TaskList.sln";

    /// <summary>Absolute path of the folder that holds TaskList.sln.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Marker)))
                return folder.FullName;
        }

        throw new LocalServiceException($"{Marker} was not found above {start}: local services run from a checkout only.");
    }
}
