using System.Globalization;
using System.Net;

namespace TaskList.LocalServices;

/// <summary>
/// A network namespace for each silo, all on one bridge: two silos can be kept apart in silence while everybody else hears both. Linux, root and iproute2.
/// The names hold our process id, so that several may be there at once.
/// </summary>
public sealed class SiloNetwork : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    readonly Dictionary<string, int> _places = [];

    SiloNetwork()
    {
    }

    /// <summary>Where silos find this machine.</summary>
    public IPAddress Here { get; } = AddressOf(254);

    static string Bridge { get; } = string.Create(CultureInfo.InvariantCulture, $"tl{Environment.ProcessId}");

    public static async Task<SiloNetwork> Make(IEnumerable<string> silos)
    {
        if (OwnSession.FindOnPath("ip") is null || Environment.UserName != "root") throw new LocalServiceException("Silos can be kept apart by root only, with iproute2.");
        var network = new SiloNetwork();
        try
        {
            await Run($"ip link add {Bridge} type bridge");
            await Run($"ip addr add {network.Here}/24 dev {Bridge}");
            await Run($"ip link set {Bridge} up");
            foreach (var silo in silos) await network.Join(silo);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    public IPAddress AddressOf(string silo) => AddressOf(_places[silo]);

    /// <summary>How to run a program there.</summary>
    public string[] CommandOf(string silo, params string[] program) => ["ip", "netns", "exec", Namespace(_places[silo]), .. program];

    /// <summary>From now on none of these hears any other of them; packets are lost without a word.</summary>
    public Task KeepApart(params string[] silos) => Isolate(silos, "on");

    public Task LetMeet(params string[] silos) => Isolate(silos, "off");

    /// <summary>What one says to another is lost from now on; what it hears from it is not.</summary>
    public Task Mute(string silo, string to) => Run($"ip -n {Namespace(_places[silo])} route add blackhole {AddressOf(to)}/32");

    public Task LetSpeak(string silo, string to) => Run($"ip -n {Namespace(_places[silo])} route del blackhole {AddressOf(to)}/32");

    /// <summary>Whatever one says is lost from now on; it keeps what needs no network, such as Unix sockets.</summary>
    public async Task Silence(string silo)
    {
        foreach (var half in Halves) await Run($"ip -n {Namespace(_places[silo])} route add blackhole {half}");
    }

    public async Task EndSilence(string silo)
    {
        foreach (var half in Halves) await Run($"ip -n {Namespace(_places[silo])} route del blackhole {half}");
    }

    public async ValueTask DisposeAsync()
    {
        // A namespace takes its end of the line along, and the line its other end.
        foreach (var place in _places.Values) await ToolRun.RunAsync(["ip", "netns", "del", Namespace(place)], Limit);
        await ToolRun.RunAsync(["ip", "link", "del", Bridge], Limit);
    }

    async Task Join(string silo)
    {
        var place = _places[silo] = _places.Count + 1;
        var (space, here) = (Namespace(place), Port(place));
        await Run($"ip netns add {space}");
        await Run($"ip link add {here} type veth peer name eth0 netns {space}");
        await Run($"ip link set {here} master {Bridge} up");
        await Run($"ip -n {space} addr add {AddressOf(place)}/24 dev eth0");
        await Run($"ip -n {space} link set eth0 up");
        await Run($"ip -n {space} link set lo up");
    }

    async Task Isolate(string[] silos, string value)
    {
        foreach (var silo in silos) await Run($"bridge link set dev {Port(_places[silo])} isolated {value}");
    }

    // Both together are the network, and each is more specific than the way to it.
    static string[] Halves => [$"{AddressOf(0)}/25", $"{AddressOf(128)}/25"];

    static string Namespace(int place) => $"{Bridge}n{place}";

    static string Port(int place) => $"{Bridge}p{place}";

    static IPAddress AddressOf(int place) => new([10, (byte)(200 + (Environment.ProcessId / 256 % 50)), (byte)Environment.ProcessId, (byte)place]);

    static async Task Run(string command)
    {
        var run = await ToolRun.RunAsync(command.Split(' '), Limit);
        if (run.ExitCode != 0) throw new LocalServiceException($"{command}: {run.Output}");
    }
}
