using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A role to give.</summary>
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

    /// <summary>Refuses what the service would refuse.</summary>
    /// <exception cref="ArgumentException">The role or the principal is empty, or it is for something other than one identity or group.</exception>
    internal void Check()
    {
        ArgumentException.ThrowIfNullOrEmpty(Role.Value, nameof(Role));
        ArgumentException.ThrowIfNullOrEmpty(PrincipalType.Value, nameof(PrincipalType));
        ArgumentException.ThrowIfNullOrEmpty(Principal, nameof(Principal));
        if (PrincipalType == Transfer.PrincipalType.AllAuthenticatedUsers || PrincipalType == Transfer.PrincipalType.Anonymous)
        {
            throw new ArgumentException($"A role is for an identity or a group, and not for '{PrincipalType}'.", nameof(PrincipalType));
        }
    }
}
