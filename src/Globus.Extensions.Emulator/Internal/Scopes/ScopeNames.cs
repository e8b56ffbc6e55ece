namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>The scopes that open something in the emulator.</summary>
internal static class ScopeNames
{
    public const string OpenId = "openid";
    public const string Email = "email";
    public const string Profile = "profile";
    public const string ViewConsents = "urn:globus:auth:scope:auth.globus.org:view_consents";
    public const string ViewIdentities = "urn:globus:auth:scope:auth.globus.org:view_identities";
    public const string ViewIdentitySet = "urn:globus:auth:scope:auth.globus.org:view_identity_set";
    public const string ViewClients = "urn:globus:auth:scope:auth.globus.org:view_clients";
    public const string ViewClientsAndScopes = "urn:globus:auth:scope:auth.globus.org:view_clients_and_scopes";
    public const string ManageProjects = "urn:globus:auth:scope:auth.globus.org:manage_projects";
    public const string GroupsAll = "urn:globus:auth:scope:groups.api.globus.org:all";
    public const string ViewMyGroups = "urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships";
    public const string TransferAll = "urn:globus:auth:scope:transfer.api.globus.org:all";

    /// <summary>What allows Transfer to reach the files of a mapped collection.</summary>
    public static string DataAccess(Guid collection) => $"https://auth.globus.org/scopes/{collection}/data_access";

    /// <summary>What opens the files of a collection over HTTPS.</summary>
    public static string Https(Guid collection) => $"https://auth.globus.org/scopes/{collection}/https";
}
