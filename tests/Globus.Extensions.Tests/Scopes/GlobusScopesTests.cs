using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Scopes;

/// <summary>Our catalogue against <c>known_scopes</c> of <c>shared/conformance/scopes.json</c>.</summary>
public class GlobusScopesTests
{
    [Theory]
    [InlineData("AuthScopes", GlobusResourceServers.Auth, "openid", GlobusScopes.OpenId)]
    [InlineData("AuthScopes", GlobusResourceServers.Auth, "profile", GlobusScopes.Profile)]
    [InlineData("AuthScopes", GlobusResourceServers.Auth, "email", GlobusScopes.Email)]
    [InlineData("GroupsScopes", GlobusResourceServers.Groups, "all", GlobusScopes.GroupsAll)]
    [InlineData("GroupsScopes", GlobusResourceServers.Groups, "view_my_groups_and_memberships", GlobusScopes.GroupsViewMyGroupsAndMemberships)]
    [InlineData("TransferScopes", GlobusResourceServers.Transfer, "all", GlobusScopes.TransferAll)]
    public void A_scope_and_its_resource_server_are_spelled_as_in_the_reference(string service, string resourceServer, string name, string scope)
    {
        var known = JsonElements.ReadConformance("scopes.json").GetProperty("known_scopes").GetProperty(service);

        resourceServer.ShouldBe(known.GetProperty("resource_server").GetString());
        scope.ShouldBe(known.GetProperty("scopes").GetProperty(name).GetString());
    }

    [Fact]
    public void The_default_scopes_are_those_of_the_issue() =>
        GlobusScopes.Default.ShouldBe(["openid", "profile", "email", "urn:globus:auth:scope:transfer.api.globus.org:all"]);

    [Fact]
    public void Nobody_can_change_the_default_scopes() =>
        (GlobusScopes.Default is string[] or List<string>).ShouldBeFalse("Whoever casts it could change it for everybody.");
}
