using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A bookmark: a path of a collection that has a name.</summary>
public sealed record Bookmark
{
    /// <summary>The kind of the document, <c>bookmark</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id.</summary>
    public required BookmarkId Id { get; init; }

    /// <summary>The name, one of a kind among the caller's.</summary>
    public string? Name { get; init; }

    /// <summary>The collection.</summary>
    public EndpointId? EndpointId { get; init; }

    /// <summary>The path.</summary>
    public string? Path { get; init; }

    /// <summary>Whether it is shown before others.</summary>
    public bool? Pinned { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
