namespace Globus.Extensions.Scopes;

/// <summary>The scopes of Globus services. Their host part is the same in every environment.</summary>
public static class GlobusScopes
{
    /// <summary>Proves who logged in: an ID token is issued. Resource server <c>auth.globus.org</c>.</summary>
    public const string OpenId = "openid";

    /// <summary>Puts the name into the user information. Resource server <c>auth.globus.org</c>.</summary>
    public const string Profile = "profile";

    /// <summary>Puts the e-mail address into the user information. Resource server <c>auth.globus.org</c>.</summary>
    public const string Email = "email";

    /// <summary>Everything Globus Transfer offers. Resource server <c>transfer.api.globus.org</c>.</summary>
    public const string TransferAll = "urn:globus:auth:scope:transfer.api.globus.org:all";

    /// <summary>Everything Globus Groups offers. Resource server <c>groups.api.globus.org</c>.</summary>
    public const string GroupsAll = "urn:globus:auth:scope:groups.api.globus.org:all";

    /// <summary>Reading one's own groups and memberships. Resource server <c>groups.api.globus.org</c>.</summary>
    public const string GroupsViewMyGroupsAndMemberships = "urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships";

    /// <summary>What a login asks for when nobody says: <c>openid</c>, <c>profile</c>, <c>email</c> and Transfer.</summary>
    public static IReadOnlyList<string> Default { get; } = [OpenId, Profile, Email, TransferAll];
}
