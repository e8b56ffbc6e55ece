using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups;

/// <summary>The group that provides a subscription, as <c>GET /v2/subscription_info/{subscription_id}</c> tells it to everybody.</summary>
public sealed record SubscriptionGroup : IKeepsNulls
{
    /// <summary>The group.</summary>
    public required GroupId GroupId { get; init; }

    /// <summary>The subscription.</summary>
    public SubscriptionId? SubscriptionId { get; init; }

    /// <summary>What the subscription allows; names are left out.</summary>
    public GroupSubscription? SubscriptionInfo { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    UInt128 IKeepsNulls.Nulls { get; set; }
}
