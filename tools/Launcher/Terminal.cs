namespace TaskList.Launcher;

/// <summary>What the person at the keyboard sees. The host's own output goes to a file: two voices in one window are none.</summary>
static class Terminal
{
    static readonly TextWriter Out = Console.Out;

    public static void Say(string line) => Out.WriteLine(line);

    public static void Ready(int port) => Say($"TaskList is ready: http://127.0.0.1:{port}");

    /// <summary>From now on everything else that this process prints goes to the file.</summary>
    public static void SendHostOutputTo(string logFile) =>
        Console.SetOut(TextWriter.Synchronized(new StreamWriter(logFile, append: true) { AutoFlush = true }));
}
