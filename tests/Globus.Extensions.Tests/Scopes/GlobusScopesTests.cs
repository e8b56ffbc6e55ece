using System.Reflection;
using System.Text.Json;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Scopes;

/// <summary>Our catalogue against <c>known_scopes</c> of <c>shared/conformance/scopes.json</c> and the clients of <c>shared/reference/api-surface.json</c>.</summary>
public class GlobusScopesTests
{
    private const string Collection = "6c54cade-bde5-45c1-bdea-f4bd71dba2cc";
    private const string Other = "31ce9ba0-176d-45a5-add3-f37d233ba47d";
    private const string Flow = "12345678-1234-1234-1234-123456789abc";

    [Fact]
    public void The_catalogue_holds_the_scopes_of_every_service_and_no_others()
    {
        var known = JsonElements.ReadConformance("scopes.json").GetProperty("known_scopes").EnumerateObject()
            .Where(static service => !service.Name.Contains('('))
            .Select(static service => service.Value)
            .ToDictionary(static service => service.GetProperty("resource_server").GetString()!, static service => Values(service.GetProperty("scopes")));

        GlobusScopes.ByResourceServer.Keys.ShouldBe(known.Keys, ignoreOrder: true);
        foreach (var (resourceServer, scopes) in GlobusScopes.ByResourceServer)
        {
            scopes.ShouldBe(known[resourceServer], ignoreOrder: true);
        }

        GlobusScopes.ByResourceServer.Sum(static entry => entry.Value.Count).ShouldBe(27);
    }

    [Fact]
    public void Every_scope_of_every_client_leads_to_its_resource_server()
    {
        var clients = JsonElement.Parse(File.ReadAllBytes(SharedFolder.File("reference", "api-surface.json"))).GetProperty("clients").EnumerateArray()
            .Where(static client => client.TryGetProperty("scopes", out _))
            .ToList();

        clients.Count.ShouldBeGreaterThan(8);
        foreach (var client in clients)
        {
            foreach (var scope in Values(client.GetProperty("scopes")))
            {
                GlobusScopes.TryGetResourceServer(scope, out var resourceServer).ShouldBeTrue(scope);
                resourceServer.ShouldBe(client.GetProperty("resource_server").GetString(), scope);
            }
        }
    }

    [Fact]
    public void Every_constant_is_in_the_catalogue_and_every_resource_server_has_one()
    {
        Constants(typeof(GlobusScopes)).ShouldBe(GlobusScopes.ByResourceServer.Values.SelectMany(static scopes => scopes), ignoreOrder: true);
        Constants(typeof(GlobusResourceServers)).ShouldBe(GlobusScopes.ByResourceServer.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Templates_take_ids_in_either_form()
    {
        GlobusScopes.CollectionHttps(Collection).ShouldBe(GlobusScopes.CollectionHttps(Guid.Parse(Collection)));
        GlobusScopes.CollectionDataAccess(Collection.ToUpperInvariant()).Value.ShouldBe($"https://auth.globus.org/scopes/{Collection}/data_access");
        GlobusScopes.EndpointManageCollections(Other).ToString().ShouldBe($"urn:globus:auth:scope:{Other}:manage_collections");
        GlobusScopes.FlowUser(Flow).ToString().ShouldBe($"https://auth.globus.org/scopes/{Flow}/flow_12345678_1234_1234_1234_123456789abc_user");
        GlobusScopes.TransferWithDataAccess(Guid.Parse(Collection)).ShouldBe(GlobusScopes.TransferWithDataAccess(Collection));
        GlobusScopes.TransferWithDataAccess(Enumerable.Empty<Guid>()).ToString().ShouldBe(GlobusScopes.TransferAll);
    }

    [Fact]
    public void An_id_that_is_no_uuid_is_named_with_its_place()
    {
        Should.Throw<ArgumentException>(() => GlobusScopes.CollectionHttps("nope")).Message.ShouldStartWith("'collectionId' has to be a UUID such as 3f0e9a1c-1111-4222-8333-444455556666, but is 'nope'.");
        Should.Throw<ArgumentException>(() => GlobusScopes.TransferWithDataAccess(Collection, "nope")).Message.ShouldStartWith("'collectionIds[1]' has to be a UUID");
        Should.Throw<ArgumentNullException>(() => GlobusScopes.FlowUser(null!));
    }

    [Fact]
    public void The_resource_server_of_a_template_is_its_id()
    {
        Server(GlobusScopes.CollectionDataAccess(Collection).Value).ShouldBe(Collection);
        Server(GlobusScopes.CollectionHttps(Collection).Value).ShouldBe(Collection);
        Server(GlobusScopes.EndpointManageCollections(Other).Value).ShouldBe(Other);
        Server(GlobusScopes.FlowUser(Flow).Value).ShouldBe(Flow);
        Server("urn:globus:auth:scope:some.example:all").ShouldBe("some.example");
    }

    [Theory]
    [InlineData("")]
    [InlineData("all")]
    [InlineData("https://auth.globus.org/scopes/6c54cade-bde5-45c1-bdea-f4bd71dba2cc/own")]
    [InlineData("https://auth.globus.org/scopes/6c54cade-bde5-45c1-bdea-f4bd71dba2cc/flow_12345678_1234_1234_1234_123456789abc_user")]
    [InlineData("https://auth.globus.org/scopes/facd7ccc/https")]
    [InlineData("urn:globus:auth:scope:some.example")]
    [InlineData("urn:globus:auth:scope::all")]
    [InlineData("urn:globus:auth:scope:transfer.api.globus.org:all[*x]")]
    [InlineData("*openid")]
    public void Whose_scope_it_is_cannot_be_told_of_others(string scope) => Server(scope).ShouldBeNull();

    [Fact]
    public void The_default_scopes_are_those_of_the_issue() =>
        GlobusScopes.Default.ShouldBe(["openid", "profile", "email", "urn:globus:auth:scope:transfer.api.globus.org:all"]);

    [Fact]
    public void Nobody_can_change_the_default_scopes() =>
        (GlobusScopes.Default is string[] or List<string>).ShouldBeFalse("Whoever casts it could change it for everybody.");

    private static string? Server(string scope) => GlobusScopes.TryGetResourceServer(scope, out var resourceServer) ? resourceServer : null;

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!);

    private static List<string> Values(JsonElement scopes) => [.. scopes.EnumerateObject().Select(static scope => scope.Value.GetString()!)];
}
