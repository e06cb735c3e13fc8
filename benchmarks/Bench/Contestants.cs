namespace TaskList.Bench;

/// <summary>Who is measured; the names stand in the table.</summary>
static class Contestants
{
    public const string Product = "TaskList";
    public const string InProcess = "TaskList, in process";
    public const string Commit = "bare commit";
    public const string Raw = "raw SignalR";
    public const string SocketIoMemory = "Socket.IO, memory";
    public const string SocketIoUpdate = "Socket.IO + UPDATE";
}
