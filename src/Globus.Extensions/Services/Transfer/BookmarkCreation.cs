using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A bookmark to create.</summary>
public sealed record BookmarkCreation
{
    /// <summary>The name, one of a kind among the caller's.</summary>
    public required string Name { get; init; }

    /// <summary>The collection.</summary>
    public required EndpointId EndpointId { get; init; }

    /// <summary>The path, from the root of the collection or from the home directory: <c>/data/</c>, <c>~/data/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">The name or the collection is empty, or the path begins with neither a slash nor a tilde.</exception>
    internal void Check(string parameterName)
    {
        TransferArguments.CheckNotEmpty(Name, nameof(Name), parameterName);
        TransferArguments.CheckNotEmpty(EndpointId.Value, nameof(EndpointId), parameterName);
        TransferArguments.CheckRootedPath(Path, nameof(Path), parameterName);
    }
}
