using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A collection of Globus Connect Personal to create, for a computer that is then set up with the key in the answer.</summary>
public sealed record GcpMappedCollectionCreation
{
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

    /// <summary>The directory where listings begin. Default: the service's own choice.</summary>
    public string? DefaultDirectory { get; init; }

    /// <summary>The subscription to put it under. Default: none.</summary>
    public SubscriptionId? SubscriptionId { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    [JsonInclude, JsonPropertyName("DATA_TYPE")]
    internal string DataType => "endpoint";

    [JsonInclude]
    internal bool IsGlobusConnect => true;
}
