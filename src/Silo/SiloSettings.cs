using System.ComponentModel.DataAnnotations;

namespace TaskList.Silo;

/// <summary>Section <c>Cluster</c>: how silos and gateways find each other.</summary>
public sealed class SiloSettings
{
    public const string Section = "Cluster";

    /// <summary>Port for traffic between silos. Default 11111.</summary>
    [Range(1, 65_535)]
    public int SiloPort { get; set; } = 11_111;

    /// <summary>Port for gateways (Orleans clients). Default 30000.</summary>
    [Range(1, 65_535)]
    public int OrleansGatewayPort { get; set; } = 30_000;

    /// <summary>The address (IPv4 or a name for one) that other processes reach this silo at. Default 127.0.0.1.</summary>
    [Required]
    public string AdvertisedAddress { get; set; } = "127.0.0.1";

    /// <summary>Silos with the same id form one cluster. Default "tasklist".</summary>
    [Required]
    public string ClusterId { get; set; } = "tasklist";

    /// <summary>Names the grain storage; must never change. Default "tasklist".</summary>
    [Required]
    public string ServiceId { get; set; } = "tasklist";
}
