using TaskList.LoadGenerator;

namespace TaskList.Bench;

/// <summary>Figures that are made of others.</summary>
static class Figures
{
    /// <summary>Under which name a contestant's CPU is counted; empty where it has no process of its own.</summary>
    public static string ProcessOf(string contestant) => contestant switch
    {
        Contestants.Product => "product",
        Contestants.InProcess => "inside",
        Contestants.Raw => "raw",
        Contestants.SocketIoMemory => "socketIoMemory",
        Contestants.SocketIoUpdate => "socketIoUpdate",
        _ => "",
    };

    /// <summary>CPU microseconds of a process for each edit on each screen.</summary>
    public static Func<LoadResult, double?> PerDelivery(string process) => result =>
        result.See is { Count: > 0 } seen && result.Cpu.TryGetValue(process, out var cpu) ? cpu * 1e6 / seen.Count : null;
}
