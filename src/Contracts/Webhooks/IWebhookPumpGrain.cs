namespace TaskList.Contracts.Webhooks;

/// <summary>Delivers the webhooks of one partition. Key: its number.</summary>
[Alias("IWebhookPumpGrain")]
public interface IWebhookPumpGrain : IGrainWithIntegerKey
{
    /// <summary>Keeps it at work; every silo calls it now and then.</summary>
    [Alias("Wake")]
    Task Wake();
}
