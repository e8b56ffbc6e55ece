using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What a bookmark tells of its collection.</summary>
public sealed record BookmarkTarget
{
    /// <summary>The id.</summary>
    public required EndpointId Id { get; init; }

    /// <summary>The name that people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether it needs a session of high assurance.</summary>
    public bool? HighAssurance { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
