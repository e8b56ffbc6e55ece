using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What to change of a bookmark. What is left out stays as it is.</summary>
public sealed record BookmarkUpdate
{
    /// <summary>The name, one of a kind among the caller's.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is shown before others.</summary>
    public bool? Pinned { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }
}
