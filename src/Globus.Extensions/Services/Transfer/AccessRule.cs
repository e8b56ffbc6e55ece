using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Who may read or write below a path of a collection.</summary>
public sealed record AccessRule
{
    /// <summary>The kind of the document, <c>access</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id.</summary>
    public required AccessRuleId Id { get; init; }

    /// <summary>The path, from the root of the collection; that of a directory ends in a slash.</summary>
    public string? Path { get; init; }

    /// <summary>What is allowed.</summary>
    public AccessPermissions? Permissions { get; init; }

    /// <summary>Whom it is for.</summary>
    public PrincipalType? PrincipalType { get; init; }

    /// <summary>The id of the identity or group; empty if it is for everyone.</summary>
    public string? Principal { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreateTime { get; init; }

    /// <summary>When it ends; <see langword="null"/> if it stays.</summary>
    public DateTimeOffset? ExpirationDate { get; init; }

    /// <summary>The role that implies it. Such a rule cannot be changed.</summary>
    public EndpointRoleId? RoleId { get; init; }

    /// <summary>What that role is.</summary>
    public EndpointRoleType? RoleType { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
