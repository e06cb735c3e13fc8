using TaskList.LocalServices;

namespace TaskList.Launcher;

/// <summary>Ports are tried before anything starts, so that a taken one costs no wait.</summary>
static class PortCheck
{
    public static void Require(int first, int count)
    {
        for (var port = first; port < first + count; port++)
        {
            if (!FreePort.IsFree(port))
                throw new LocalServiceException($"Port {port} is in use (or not allowed): choose another one with --port.");
        }
    }
}
