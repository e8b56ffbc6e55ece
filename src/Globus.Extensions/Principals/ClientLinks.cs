using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Principals;

/// <summary>The links that the consent page of a client shows. A client has both or neither.</summary>
public sealed record ClientLinks
{
    /// <summary>No links: in an update, takes away those that there are.</summary>
    public static ClientLinks None { get; } = new();

    /// <summary>The URL of the terms and conditions, as it was typed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? TermsAndConditions { get; init; }

    /// <summary>The URL of the privacy policy, as it was typed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? PrivacyPolicy { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
