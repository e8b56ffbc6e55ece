namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>The scopes of Globus's own services.</summary>
internal static class WellKnownScopes
{
    private const string FlowsOwner = "eec9b274-0c81-4334-bdc2-54e90e689b9a";
    private const string TimersOwner = "524230d7-ea86-4a52-8312-86065a9e0417";
    private const string ComputeOwner = "facd7ccc-c5f4-42aa-916b-a0e270e2c2a9";

    public static IEnumerable<KnownScope> All() =>
    [
        Of(ScopeNames.OpenId, ResourceServers.Auth, "Know who you are in Globus"),
        Of(ScopeNames.Email, ResourceServers.Auth, "Know your e-mail address"),
        Of(ScopeNames.Profile, ResourceServers.Auth, "Know some details about you"),
        Urn(ResourceServers.Auth, "manage_projects", "Manage your Globus projects"),
        Urn(ResourceServers.Auth, "view_authentications", "View your recent sign-ins"),
        Urn(ResourceServers.Auth, "view_clients", "View your registered clients"),
        Urn(ResourceServers.Auth, "view_clients_and_scopes", "View your registered clients and scopes"),
        Urn(ResourceServers.Auth, "view_consents", "View your consents"),
        Urn(ResourceServers.Auth, "view_identities", "View identities"),
        Urn(ResourceServers.Auth, "view_identity_set", "View your identity set"),
        Urn(ResourceServers.Groups, "all", "View and manage your groups"),
        Urn(ResourceServers.Groups, "view_my_groups_and_memberships", "View your groups and memberships"),
        Urn("nexus.api.globus.org", "groups", "Access the former groups service"),
        Urn(ResourceServers.Transfer, "all", "Transfer data using Globus"),
        Urn(ResourceServers.Transfer, "gcp_install", "Install Globus Connect Personal"),
        Urn("search.api.globus.org", "all", "Search and manage indices"),
        Urn("search.api.globus.org", "globus_connect_server", "Index collections"),
        Urn("search.api.globus.org", "ingest", "Add data to indices"),
        Urn("search.api.globus.org", "search", "Search indices"),
        Url(FlowsOwner, "flows.globus.org", "all", "Manage and run your flows"),
        Url(FlowsOwner, "flows.globus.org", "manage_flows", "Manage your flows"),
        Url(FlowsOwner, "flows.globus.org", "view_flows", "View your flows"),
        Url(FlowsOwner, "flows.globus.org", "run", "Run flows"),
        Url(FlowsOwner, "flows.globus.org", "run_status", "View your runs"),
        Url(FlowsOwner, "flows.globus.org", "run_manage", "Manage your runs"),
        Url(TimersOwner, TimersOwner, "timer", "Manage your timers"),
        Url(ComputeOwner, "funcx_service", "all", "Run functions on Globus Compute"),
    ];

    private static KnownScope Urn(string resourceServer, string name, string description) =>
        Of($"urn:globus:auth:scope:{resourceServer}:{name}", resourceServer, description);

    private static KnownScope Url(string owner, string resourceServer, string name, string description) =>
        Of($"https://auth.globus.org/scopes/{owner}/{name}", resourceServer, description) with { Owner = new Guid(owner) };

    private static KnownScope Of(string name, string resourceServer, string description) => new()
    {
        Id = StableIds.Of(name),
        Name = name,
        Title = description,
        Description = description,
        Owner = StableIds.Of(resourceServer),
        ResourceServer = resourceServer,
        IsAdvertised = true,
    };
}
