using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups;

/// <summary>Which subscription's administrators vouch for a group.</summary>
public sealed record GroupVerification : IKeepsNulls
{
    /// <summary>The group.</summary>
    public required GroupId GroupId { get; init; }

    /// <summary>The subscription; <see langword="null"/> if nobody vouches.</summary>
    public SubscriptionId? SubscriptionAdminVerifiedId { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    UInt128 IKeepsNulls.Nulls { get; set; }
}
