using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Where a task is.</summary>
public sealed record TaskLink
{
    /// <summary>The kind of the document: <c>link</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The address, relative to the service.</summary>
    public string? Href { get; init; }

    /// <summary>What it is to the document.</summary>
    public string? Rel { get; init; }

    /// <summary>The kind of what is there.</summary>
    public string? Resource { get; init; }

    /// <summary>What is there.</summary>
    public string? Title { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
