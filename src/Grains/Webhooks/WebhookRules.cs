using System.Net;
using System.Reflection;
using System.Text.Json.Serialization;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Webhooks;

/// <summary>What a webhook may be. Where its name leads is looked at again at every connection.</summary>
static class WebhookRules
{
    public const int MostOfAList = 20;

    const int LongestUrl = 2_048;

    static readonly HashSet<string> EventTypes =
        [.. typeof(ListEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(type => type.TypeDiscriminator).OfType<string>()];

    /// <summary>The first thing wrong; what is null is not looked at.</summary>
    public static Refusal? Check(string? url, string? secret, string[]? events, WebhookSettings settings)
    {
        if (url is { Length: > LongestUrl }) return Refusal.TooLong("url", LongestUrl);
        if (url is not null && !IsGood(url, settings)) return Refusal.With(Codes.InvalidField, "field", "url");
        if (secret is not null && !WebhookSecrets.CanBe(secret)) return Refusal.With(Codes.InvalidField, "field", "secret");
        return events is not null && !Array.TrueForAll(events, EventTypes.Contains) ? Refusal.With(Codes.InvalidField, "field", "events") : null;
    }

    static bool IsGood(string url, WebhookSettings settings) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (settings.AllowPrivateAddresses && uri.Scheme == Uri.UriSchemeHttp))
        && uri.UserInfo.Length == 0
        && (settings.AllowPrivateAddresses || !IPAddress.TryParse(uri.IdnHost, out var address) || PublicAddresses.Has(address));
}
