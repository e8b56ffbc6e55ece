using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>The subscription behind a group.</summary>
public sealed record GroupSubscription : IKeepsNulls
{
    /// <summary>The name of the subscription.</summary>
    public string? Name { get; init; }

    /// <summary>Who subscribed.</summary>
    public string? SubscriberName { get; init; }

    /// <summary>Whether it allows high assurance.</summary>
    public bool? IsHighAssurance { get; init; }

    /// <summary>Whether a business associate agreement is part of it.</summary>
    public bool? IsBaa { get; init; }

    /// <summary>The connectors it allows, by their ids.</summary>
    public IReadOnlyDictionary<string, GroupConnector>? Connectors { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    UInt128 IKeepsNulls.Nulls { get; set; }
}
