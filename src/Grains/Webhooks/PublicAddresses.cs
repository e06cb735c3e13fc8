using System.Net;
using System.Net.Sockets;

namespace TaskList.Grains.Webhooks;

/// <summary>Tells addresses of the open internet from all others. What is not known to be public is not.</summary>
static class PublicAddresses
{
    static readonly IPNetwork[] NotPublic =
    [
        // "This network", private, carrier's, loopback, link-local (cloud metadata lives there), special uses, examples, benchmarks, multicast, reserved.
        .. Networks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24"),
        .. Networks("192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        // Within the public IPv6 range: Teredo and other special uses, examples, 6to4 (it hides an IPv4 address).
        .. Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
    ];

    static readonly IPNetwork PublicIPv6 = IPNetwork.Parse("2000::/3");

    public static bool Has(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !PublicIPv6.Contains(address)) return false;
        return !Array.Exists(NotPublic, network => network.Contains(address));
    }

    static IPNetwork[] Networks(params string[] texts) => Array.ConvertAll(texts, IPNetwork.Parse);
}
