using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Who has a role on an endpoint.</summary>
public sealed record EndpointRole
{
    /// <summary>The kind of the document, <c>role</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id.</summary>
    public required EndpointRoleId Id { get; init; }

    /// <summary>Whether an identity or a group has it.</summary>
    public PrincipalType? PrincipalType { get; init; }

    /// <summary>The id of the identity or group.</summary>
    public string? Principal { get; init; }

    /// <summary>What it may do.</summary>
    public EndpointRoleType? Role { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
