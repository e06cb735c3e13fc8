using System.Net;
using System.Net.Sockets;

namespace TaskList.Gateway.Safety;

/// <summary>Where a request comes from, for counting: the network address; for IPv6 the /64 that one customer usually gets.</summary>
static class Sources
{
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "none";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes).ToString();
    }
}
