using System.Collections.Frozen;

namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>Every scope that can be asked for: Globus's own and those owned by seeded clients.</summary>
internal sealed class ScopeCatalogue
{
    private const string FlowsOwner = "eec9b274-0c81-4334-bdc2-54e90e689b9a";
    private const string TimersOwner = "524230d7-ea86-4a52-8312-86065a9e0417";
    private const string ComputeOwner = "facd7ccc-c5f4-42aa-916b-a0e270e2c2a9";

    private readonly FrozenDictionary<string, KnownScope> _scopes;

    public ScopeCatalogue(IEnumerable<EmulatorClient> clients)
    {
        var scopes = new Dictionary<string, KnownScope>(StringComparer.Ordinal);
        foreach (var scope in WellKnown().Concat(clients.SelectMany(OwnedBy)))
        {
            scopes[scope.Name] = scope;
        }

        _scopes = scopes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public KnownScope? Find(string name) => _scopes.GetValueOrDefault(name);

    /// <summary>The names nobody knows, wherever in the trees they stand.</summary>
    public IReadOnlyList<string> FindUnknown(IEnumerable<RequestedScope> scopes)
    {
        var unknown = new List<string>();
        var rest = new Stack<RequestedScope>(scopes.Reverse());
        while (rest.TryPop(out var scope))
        {
            if (!_scopes.ContainsKey(scope.Name))
            {
                unknown.Add(scope.Name);
            }

            foreach (var dependent in scope.Dependents)
            {
                rest.Push(dependent);
            }
        }

        return unknown;
    }

    /// <summary>
    /// Adds to a requested scope what its owner has declared to depend on it: that is what a consent covers.
    /// </summary>
    public RequestedScope Expand(RequestedScope scope) => Expand(scope, []);

    private RequestedScope Expand(RequestedScope scope, List<string> path)
    {
        path.Add(scope.Name);
        var declared = Find(scope.Name)?.Dependents ?? [];
        RequestedScope[] dependents =
        [
            .. scope.Dependents
                .Concat(declared)
                .DistinctBy(static dependent => dependent.Name)
                .Where(dependent => !path.Contains(dependent.Name))
                .Select(dependent => Expand(dependent, path)),
        ];
        path.RemoveAt(path.Count - 1);
        return scope with { Dependents = dependents };
    }

    private static IEnumerable<KnownScope> OwnedBy(EmulatorClient client) =>
        client.Scopes.Select(scope => new KnownScope(
            scope.ScopeString,
            client.Id.ToString(),
            scope.Description ?? scope.ScopeString,
            [.. scope.DependentScopes.Select(static text => new RequestedScope(text.TrimStart('*'), text.StartsWith('*'), []))]));

    private static IEnumerable<KnownScope> WellKnown() =>
    [
        new(ScopeNames.OpenId, ResourceServers.Auth, "Know who you are in Globus", []),
        new(ScopeNames.Email, ResourceServers.Auth, "Know your e-mail address", []),
        new(ScopeNames.Profile, ResourceServers.Auth, "Know some details about you", []),
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
        new($"urn:globus:auth:scope:{resourceServer}:{name}", resourceServer, description, []);

    private static KnownScope Url(string owner, string resourceServer, string name, string description) =>
        new($"https://auth.globus.org/scopes/{owner}/{name}", resourceServer, description, []);
}
