using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>An access rule to create. The four methods make one for each kind of people.</summary>
public sealed record AccessRuleCreation
{
    /// <summary>The path, from the root of the collection and with a slash at its beginning; that of a directory ends in a slash too.</summary>
    public required string Path { get; init; }

    /// <summary>What is allowed.</summary>
    public required AccessPermissions Permissions { get; init; }

    /// <summary>Whom it is for.</summary>
    public required PrincipalType PrincipalType { get; init; }

    /// <summary>The id of the identity or group; empty if it is for everyone.</summary>
    public required string Principal { get; init; }

    /// <summary>When it ends. Default: it stays.</summary>
    public DateTimeOffset? ExpirationDate { get; init; }

    /// <summary>The e-mail address at which to tell of it. Default: nobody is told.</summary>
    public string? NotifyEmail { get; init; }

    /// <summary>What to tell there.</summary>
    public string? NotifyMessage { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    [JsonInclude, JsonPropertyName("DATA_TYPE")]
    internal string DataType => "access";

    /// <summary>A rule for one identity.</summary>
    /// <param name="id">The identity.</param>
    /// <param name="path">The path, from the root of the collection and with a slash at its beginning; that of a directory ends in a slash too.</param>
    /// <param name="permissions">What is allowed.</param>
    /// <returns>The rule.</returns>
    public static AccessRuleCreation ForIdentity(IdentityId id, string path, AccessPermissions permissions) =>
        new() { Path = path, Permissions = permissions, PrincipalType = Transfer.PrincipalType.Identity, Principal = id.Value };

    /// <summary>A rule for the members of a group.</summary>
    /// <param name="id">The group.</param>
    /// <param name="path">The path, from the root of the collection and with a slash at its beginning; that of a directory ends in a slash too.</param>
    /// <param name="permissions">What is allowed.</param>
    /// <returns>The rule.</returns>
    public static AccessRuleCreation ForGroup(GroupId id, string path, AccessPermissions permissions) =>
        new() { Path = path, Permissions = permissions, PrincipalType = Transfer.PrincipalType.Group, Principal = id.Value };

    /// <summary>A rule for everyone who is logged in.</summary>
    /// <param name="path">The path, from the root of the collection and with a slash at its beginning; that of a directory ends in a slash too.</param>
    /// <param name="permissions">What is allowed.</param>
    /// <returns>The rule.</returns>
    public static AccessRuleCreation ForAllAuthenticatedUsers(string path, AccessPermissions permissions) =>
        new() { Path = path, Permissions = permissions, PrincipalType = Transfer.PrincipalType.AllAuthenticatedUsers, Principal = string.Empty };

    /// <summary>A rule for everyone.</summary>
    /// <param name="path">The path, from the root of the collection and with a slash at its beginning; that of a directory ends in a slash too.</param>
    /// <param name="permissions">What is allowed.</param>
    /// <returns>The rule.</returns>
    public static AccessRuleCreation ForAnonymous(string path, AccessPermissions permissions) =>
        new() { Path = path, Permissions = permissions, PrincipalType = Transfer.PrincipalType.Anonymous, Principal = string.Empty };

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">The path begins with no slash, the permissions are empty, or the rule is for an identity or group that is not named or for everyone and someone named.</exception>
    internal void Check(string parameterName)
    {
        TransferArguments.CheckAbsolutePath(Path, nameof(Path), parameterName);
        TransferArguments.CheckNotEmpty(Permissions.Value, nameof(Permissions), parameterName);
        TransferArguments.CheckNotEmpty(PrincipalType.Value, nameof(PrincipalType), parameterName);
        var isForEveryone = PrincipalType == Transfer.PrincipalType.AllAuthenticatedUsers || PrincipalType == Transfer.PrincipalType.Anonymous;
        if (isForEveryone && !string.IsNullOrEmpty(Principal))
        {
            throw new ArgumentException($"A rule for '{PrincipalType}' names nobody: leave Principal empty.", parameterName);
        }

        if ((PrincipalType == Transfer.PrincipalType.Identity || PrincipalType == Transfer.PrincipalType.Group) && string.IsNullOrWhiteSpace(Principal))
        {
            throw new ArgumentException($"A rule for one {PrincipalType} needs its id: set Principal.", parameterName);
        }
    }
}
