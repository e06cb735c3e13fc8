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

    /// <summary>A list that nobody has asked anything of, and no gateway shows, leaves memory after this. At least two minutes. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:02:00", "7.00:00:00")]
    public TimeSpan IdleListsLeaveAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Names the grain storage; must never change. Default "tasklist".</summary>
    [Required]
    public string ServiceId { get; set; } = "tasklist";
}
