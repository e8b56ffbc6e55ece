using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Scopes.Internal;

namespace Globus.Extensions.Scopes;

/// <summary>
/// The scopes of Globus services, each constant named after its service, and templates for those of single collections, endpoints and flows. Their
/// host part is the same in every environment.
/// </summary>
public static partial class GlobusScopes
{
    /// <summary>Proves who logged in: an ID token is issued. Resource server <c>auth.globus.org</c>.</summary>
    public const string OpenId = "openid";

    /// <summary>Puts the name into the user information. Resource server <c>auth.globus.org</c>.</summary>
    public const string Profile = "profile";

    /// <summary>Puts the e-mail address into the user information. Resource server <c>auth.globus.org</c>.</summary>
    public const string Email = "email";

    /// <summary>Managing projects, their clients, credentials, policies and scopes. Resource server <c>auth.globus.org</c>.</summary>
    public const string AuthManageProjects = "urn:globus:auth:scope:auth.globus.org:manage_projects";

    /// <summary>Reading when and how a person authenticated. Resource server <c>auth.globus.org</c>.</summary>
    public const string AuthViewAuthentications = "urn:globus:auth:scope:auth.globus.org:view_authentications";

    /// <summary>Reading registered clients. Resource server <c>auth.globus.org</c>.</summary>
    public const string AuthViewClients = "urn:globus:auth:scope:auth.globus.org:view_clients";

    /// <summary>Reading registered clients and their scopes. Resource server <c>auth.globus.org</c>.</summary>
    public const string AuthViewClientsAndScopes = "urn:globus:auth:scope:auth.globus.org:view_clients_and_scopes";

    /// <summary>Reading the consents that a person has given. Resource server <c>auth.globus.org</c>.</summary>
    public const string AuthViewConsents = "urn:globus:auth:scope:auth.globus.org:view_consents";

    /// <summary>Looking identities up. Resource server <c>auth.globus.org</c>.</summary>
    public const string AuthViewIdentities = "urn:globus:auth:scope:auth.globus.org:view_identities";

    /// <summary>Reading all identities that a person has linked. Resource server <c>auth.globus.org</c>.</summary>
    public const string AuthViewIdentitySet = "urn:globus:auth:scope:auth.globus.org:view_identity_set";

    /// <summary>Everything Globus Groups offers. Resource server <c>groups.api.globus.org</c>.</summary>
    public const string GroupsAll = "urn:globus:auth:scope:groups.api.globus.org:all";

    /// <summary>Reading one's own groups and memberships. Resource server <c>groups.api.globus.org</c>.</summary>
    public const string GroupsViewMyGroupsAndMemberships = "urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships";

    /// <summary>The groups of Nexus, which Globus Groups has replaced. Resource server <c>nexus.api.globus.org</c>.</summary>
    public const string NexusGroups = "urn:globus:auth:scope:nexus.api.globus.org:groups";

    /// <summary>Everything Globus Transfer offers. Resource server <c>transfer.api.globus.org</c>.</summary>
    public const string TransferAll = "urn:globus:auth:scope:transfer.api.globus.org:all";

    /// <summary>Installing Globus Connect Personal. Resource server <c>transfer.api.globus.org</c>.</summary>
    public const string TransferGcpInstall = "urn:globus:auth:scope:transfer.api.globus.org:gcp_install";

    /// <summary>Everything Globus Search offers. Resource server <c>search.api.globus.org</c>.</summary>
    public const string SearchAll = "urn:globus:auth:scope:search.api.globus.org:all";

    /// <summary>What Globus Connect Server needs of Search. Resource server <c>search.api.globus.org</c>.</summary>
    public const string SearchGlobusConnectServer = "urn:globus:auth:scope:search.api.globus.org:globus_connect_server";

    /// <summary>Writing to indices. Resource server <c>search.api.globus.org</c>.</summary>
    public const string SearchIngest = "urn:globus:auth:scope:search.api.globus.org:ingest";

    /// <summary>Querying indices. Resource server <c>search.api.globus.org</c>.</summary>
    public const string SearchSearch = "urn:globus:auth:scope:search.api.globus.org:search";

    /// <summary>Everything Globus Flows offers. Resource server <c>flows.globus.org</c>.</summary>
    public const string FlowsAll = FlowsUrl + "all";

    /// <summary>Creating, changing and removing flows. Resource server <c>flows.globus.org</c>.</summary>
    public const string FlowsManageFlows = FlowsUrl + "manage_flows";

    /// <summary>Reading flows. Resource server <c>flows.globus.org</c>.</summary>
    public const string FlowsViewFlows = FlowsUrl + "view_flows";

    /// <summary>Starting runs. Resource server <c>flows.globus.org</c>.</summary>
    public const string FlowsRun = FlowsUrl + "run";

    /// <summary>Reading the state of runs. Resource server <c>flows.globus.org</c>.</summary>
    public const string FlowsRunStatus = FlowsUrl + "run_status";

    /// <summary>Stopping and changing runs. Resource server <c>flows.globus.org</c>.</summary>
    public const string FlowsRunManage = FlowsUrl + "run_manage";

    /// <summary>Everything Globus Timers offers. Resource server <c>524230d7-ea86-4a52-8312-86065a9e0417</c>.</summary>
    public const string TimersTimer = UrlPrefix + GlobusResourceServers.Timers + "/timer";

    /// <summary>Everything Globus Compute offers. Resource server <c>funcx_service</c>.</summary>
    public const string ComputeAll = UrlPrefix + "facd7ccc-c5f4-42aa-916b-a0e270e2c2a9/all";

    private const string UrlPrefix = "https://auth.globus.org/scopes/";
    private const string UrnPrefix = "urn:globus:auth:scope:";
    private const string FlowsUrl = UrlPrefix + "eec9b274-0c81-4334-bdc2-54e90e689b9a/";

    private static readonly FrozenDictionary<string, string> Servers = Catalogue()
        .SelectMany(static entry => entry.Value, static (entry, scope) => (Scope: scope, ResourceServer: entry.Key))
        .ToFrozenDictionary(static pair => pair.Scope, static pair => pair.ResourceServer, StringComparer.Ordinal);

    /// <summary>What a login asks for when nobody says: <c>openid</c>, <c>profile</c>, <c>email</c> and Transfer.</summary>
    public static IReadOnlyList<string> Default { get; } = [OpenId, Profile, Email, TransferAll];

    /// <summary>The scopes of all Globus services, by resource server.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByResourceServer { get; } = Catalogue().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Finds the resource server of a scope: one of the catalogue, one made from a template here, or any of the form
    /// <c>urn:globus:auth:scope:{resource server}:{name}</c>.
    /// </summary>
    /// <param name="scope">The scope's name, as in <see cref="Scope.Value"/>: no mark, no brackets.</param>
    /// <param name="resourceServer">Its resource server.</param>
    /// <returns>Whether the resource server is known.</returns>
    public static bool TryGetResourceServer(string scope, [NotNullWhen(true)] out string? resourceServer)
    {
        ArgumentNullException.ThrowIfNull(scope);
        resourceServer = Servers.GetValueOrDefault(scope) ?? ScopeTemplates.FindResourceServer(scope, UrnPrefix, UrlPrefix);
        return resourceServer is not null;
    }

    private static Dictionary<string, IReadOnlyList<string>> Catalogue() => new(StringComparer.Ordinal)
    {
        [GlobusResourceServers.Auth] =
        [
            OpenId, Profile, Email, AuthManageProjects, AuthViewAuthentications, AuthViewClients, AuthViewClientsAndScopes, AuthViewConsents,
            AuthViewIdentities, AuthViewIdentitySet,
        ],
        [GlobusResourceServers.Groups] = [GroupsAll, GroupsViewMyGroupsAndMemberships],
        [GlobusResourceServers.Nexus] = [NexusGroups],
        [GlobusResourceServers.Transfer] = [TransferAll, TransferGcpInstall],
        [GlobusResourceServers.Search] = [SearchAll, SearchGlobusConnectServer, SearchIngest, SearchSearch],
        [GlobusResourceServers.Flows] = [FlowsAll, FlowsManageFlows, FlowsViewFlows, FlowsRun, FlowsRunStatus, FlowsRunManage],
        [GlobusResourceServers.Timers] = [TimersTimer],
        [GlobusResourceServers.Compute] = [ComputeAll],
    };
}
