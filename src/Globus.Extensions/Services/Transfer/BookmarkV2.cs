using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A bookmark of the second version of the service: a path of a collection that has a name.</summary>
public sealed record BookmarkV2
{
    /// <summary>The id.</summary>
    public required BookmarkId Id { get; init; }

    /// <summary>The name, one of a kind among the caller's.</summary>
    public string? Name { get; init; }

    /// <summary>The path; <see langword="null"/> in lists, if the collection is one of high assurance.</summary>
    public string? Path { get; init; }

    /// <summary>The collection.</summary>
    public EndpointId? CollectionId { get; init; }

    /// <summary>The collection, described; only if asked for.</summary>
    public BookmarkTarget? Collection { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
