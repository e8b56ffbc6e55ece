using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A role to give. The two methods make one for each kind of principal.</summary>
public sealed record EndpointRoleCreation
{
    /// <summary>Whether an identity or a group gets it.</summary>
    public required PrincipalType PrincipalType { get; init; }

    /// <summary>The id of the identity or group.</summary>
    public required string Principal { get; init; }

    /// <summary>What it may do.</summary>
    public required EndpointRoleType Role { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    /// <summary>A role for one identity.</summary>
    /// <param name="id">The identity.</param>
    /// <param name="role">What it may do.</param>
    /// <returns>The role.</returns>
    public static EndpointRoleCreation ForIdentity(IdentityId id, EndpointRoleType role) =>
        new() { PrincipalType = Transfer.PrincipalType.Identity, Principal = id.Value, Role = role };

    /// <summary>A role for the members of a group.</summary>
    /// <param name="id">The group.</param>
    /// <param name="role">What they may do.</param>
    /// <returns>The role.</returns>
    public static EndpointRoleCreation ForGroup(GroupId id, EndpointRoleType role) =>
        new() { PrincipalType = Transfer.PrincipalType.Group, Principal = id.Value, Role = role };

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">The role or the principal is empty, or it is for something other than one identity or group.</exception>
    internal void Check(string parameterName)
    {
        TransferArguments.CheckNotEmpty(Role.Value, nameof(Role), parameterName);
        TransferArguments.CheckNotEmpty(PrincipalType.Value, nameof(PrincipalType), parameterName);
        TransferArguments.CheckNotEmpty(Principal, nameof(Principal), parameterName);
        if (PrincipalType == Transfer.PrincipalType.AllAuthenticatedUsers || PrincipalType == Transfer.PrincipalType.Anonymous)
        {
            throw new ArgumentException($"A role is for an identity or a group, and not for '{PrincipalType}'.", parameterName);
        }
    }
}
