using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What a bookmark of the second version of the service shall be. The service wants both.</summary>
public sealed record BookmarkV2Update
{
    /// <summary>The name, one of a kind among the caller's.</summary>
    public required string Name { get; init; }

    /// <summary>The path, from the root of the collection or from the home directory: <c>/data/</c>, <c>~/data/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">The name is empty, or the path begins with neither a slash nor a tilde.</exception>
    internal void Check(string parameterName)
    {
        TransferArguments.CheckNotEmpty(Name, nameof(Name), parameterName);
        TransferArguments.CheckRootedPath(Path, nameof(Path), parameterName);
    }
}
