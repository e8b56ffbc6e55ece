using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A guest collection to create on a collection of Globus Connect Personal. Host and path together are one of a kind.</summary>
public sealed record GuestCollectionCreation
{
    /// <summary>The collection that hosts it.</summary>
    public required EndpointId HostEndpointId { get; init; }

    /// <summary>The directory of the host that becomes its root.</summary>
    public required string HostPath { get; init; }

    /// <summary>The name that people see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The organization that runs it.</summary>
    public string? Organization { get; init; }

    /// <summary>The department that runs it.</summary>
    public string? Department { get; init; }

    /// <summary>Words to find it by, with commas between them.</summary>
    public string? Keywords { get; init; }

    /// <summary>The e-mail address for questions about it.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Other ways to ask about it.</summary>
    public string? ContactInfo { get; init; }

    /// <summary>A link to more about it.</summary>
    public string? InfoLink { get; init; }

    /// <summary>What its users are told.</summary>
    public string? UserMessage { get; init; }

    /// <summary>A link that belongs to the message.</summary>
    public string? UserMessageLink { get; init; }

    /// <summary>Whether others can find it.</summary>
    public bool? Public { get; init; }

    /// <summary>Whether all its transfers are encrypted.</summary>
    public bool? ForceEncryption { get; init; }

    /// <summary>Whether all its transfers are verified by checksums.</summary>
    public bool? ForceVerify { get; init; }

    /// <summary>Whether none of its transfers can be verified by checksums.</summary>
    public bool? DisableVerify { get; init; }

    /// <summary>The directory where listings begin. Default: its root.</summary>
    public string? DefaultDirectory { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    [JsonInclude, JsonPropertyName("DATA_TYPE")]
    internal string DataType => "shared_endpoint";

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">The host or the name is empty, or the path begins with neither a slash nor a tilde.</exception>
    internal void Check(string parameterName)
    {
        TransferArguments.CheckNotEmpty(HostEndpointId.Value, nameof(HostEndpointId), parameterName);
        TransferArguments.CheckNotEmpty(DisplayName, nameof(DisplayName), parameterName);
        TransferArguments.CheckRootedPath(HostPath, nameof(HostPath), parameterName);
    }
}
