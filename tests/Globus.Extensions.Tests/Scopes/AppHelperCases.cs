using System.Text.Json;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Scopes;

/// <summary>The calls of <c>app_helpers</c> in <c>scopes.json</c> as ours: what an app requires when a client and its further scopes are in use.</summary>
internal static class AppHelperCases
{
    private const string C1 = "6c54cade-bde5-45c1-bdea-f4bd71dba2cc";
    private const string C2 = "31ce9ba0-176d-45a5-add3-f37d233ba47d";
    private const string Flow = "12345678-1234-1234-1234-123456789abc";

    public static bool Run(JsonElement item) =>
        ScopeConformanceTests.Refuses<ArgumentException>(item, () => Require(item.GetProperty("call").GetString()!))
        && (item.TryGetProperty("error", out _) || IsSame(Require(item.GetProperty("call").GetString()!), item.GetProperty("scope_requirements")));

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Require(string call) => call switch
    {
        "TransferClient(app)" => App("transfer"),
        "TransferClient(app).add_app_data_access_scope(C1)" => Transfer(GlobusScopes.TransferWithDataAccess(C1)),
        "TransferClient(app).add_app_data_access_scope([C1, C2])" => Transfer(GlobusScopes.TransferWithDataAccess(C1, C2)),
        "TransferClient(app).add_app_data_access_scope(C1).add_app_data_access_scope(C2)" =>
            Transfer(GlobusScopes.TransferWithDataAccess(C1), GlobusScopes.TransferWithDataAccess(C2)),
        "TransferClient(app).add_app_data_access_scope('not-a-uuid')" => Transfer(GlobusScopes.TransferWithDataAccess("not-a-uuid")),
        "TransferClient(app).add_app_data_access_scope([C1, 'nope'])" => Transfer(GlobusScopes.TransferWithDataAccess(C1, "nope")),
        "TransferClient(app).add_app_data_access_scope([])" => Transfer(GlobusScopes.TransferWithDataAccess(Enumerable.Empty<string>())),
        "TransferClient() .add_app_data_access_scope(C1) without an app" => Unused(GlobusScopes.TransferWithDataAccess(C1)),
        "TimersClient(app).add_app_transfer_data_access_scope(C1)" =>
            App(null, (GlobusResourceServers.Timers, [GlobusScopes.TimersTimer, GlobusScopes.TimersWithDataAccess(C1)])),
        "TimersClient(app).add_app_flow_user_scope(FLOW)" => App(null, (GlobusResourceServers.Timers, [GlobusScopes.TimersTimer, GlobusScopes.TimersWithFlow(Flow)])),
        "SpecificFlowClient(FLOW, app).add_app_transfer_data_access_scope([C1, C2])" => App(null, (Flow, [GlobusScopes.FlowUser(Flow), GlobusScopes.FlowWithDataAccess(Flow, C1, C2)])),
        "GroupsClient(app)" => App("groups"),
        "AuthClient(app)" => App("auth"),
        "FlowsClient(app).add_app_scope('a b[c]')" => App(null, (GlobusResourceServers.Flows, [GlobusScopes.FlowsAll, "a b[c]"])),
        "GroupsClient(app, app_scopes=[Scope('only-this')])" => App(null, (GlobusResourceServers.Groups, [new Scope("only-this")])),
        _ => throw new ArgumentOutOfRangeException(nameof(call), call, "A call that is not known here."),
    };

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Transfer(params string[] added) => App("transfer", (GlobusResourceServers.Transfer, added));

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Unused(Scope scope) =>
        new Dictionary<string, IReadOnlyList<string>> { [scope.Value] = [scope] };

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> App(string? service, params (string ResourceServer, string[] Scopes)[] added)
    {
        var services = TestApps.Services();
        services.AddGlobus(options =>
        {
            (options.ClientId, options.TokenStorage) = (TestApps.NativeClientId, "memory");
            if (service is not null)
            {
                options.Services.Add(service);
            }
            else
            {
                options.ScopeRequirements[added[0].ResourceServer] = [.. added[0].Scopes];
                options.Services.Add("groups");
            }
        });
        using var provider = services.Build();
        var app = provider.GetRequiredService<IGlobusApp>();
        foreach (var (resourceServer, scopes) in added)
        {
            app.AddScopeRequirements(resourceServer, scopes);
        }

        var requirements = app.ScopeRequirements.ToDictionary();
        if (service is null && added[0].ResourceServer != GlobusResourceServers.Groups)
        {
            // No list of services means all of them, so that one had to be named.
            requirements.Remove(GlobusResourceServers.Groups).ShouldBeTrue();
        }

        return requirements;
    }

    private static bool IsSame(IReadOnlyDictionary<string, IReadOnlyList<string>> ours, JsonElement expected)
    {
        var theirs = expected.EnumerateObject().ToDictionary(static entry => entry.Name, static entry => entry.Value.EnumerateArray().Select(static scope => scope.GetString()!).ToList());
        return ours.Count == theirs.Count
            && ours.All(entry => theirs.TryGetValue(entry.Key, out var scopes) && entry.Value.Order(StringComparer.Ordinal).SequenceEqual(scopes.Order(StringComparer.Ordinal)));
    }
}
