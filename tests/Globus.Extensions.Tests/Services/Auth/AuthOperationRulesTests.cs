using System.Net;
using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>What is refused before anything is sent, and what the pipeline may do with a request.</summary>
public sealed class AuthOperationRulesTests
{
    private const string Project = """{"project":{"id":"p"}}""";

    private static readonly Guid Id = new("10000000-0000-4000-8000-000000000001");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<AuthClient, Task>, string> Refused => new()
    {
        { "the client is neither public nor of a type", static auth => auth.Clients.CreateAsync(Client with { PublicClient = null }, Cancellation), "PublicClient or ClientType" },
        { "the client is public and of a type", static auth => auth.Clients.CreateAsync(Client with { ClientType = ClientType.ClientIdentity }, Cancellation), "not both" },
        { "the terms are missing", static auth => auth.Clients.CreateAsync(Client with { Links = new ClientLinks { PrivacyPolicy = "https://p" } }, Cancellation), "TermsAndConditions is missing" },
        { "the privacy policy is missing", static auth => auth.Clients.UpdateAsync(Id, new ClientUpdate { Links = new ClientLinks { TermsAndConditions = "https://t" } }, Cancellation), "PrivacyPolicy is missing" },
        { "a field of the protocol is additional", static auth => auth.Clients.CreateAsync(Client with { AdditionalFields = new JsonObject { ["Redirect_URIs"] = "x" } }, Cancellation), "'Redirect_URIs'" },
        { "a field of the protocol is additional in an update", static auth => auth.Clients.UpdateAsync(Id, new ClientUpdate { AdditionalFields = new JsonObject { ["links"] = null } }, Cancellation), "'links'" },
        { "no identity provider is named", static auth => auth.IdentityProviders.GetByIdsAsync([], cancellationToken: Cancellation), "at least one" },
        { "no domain is named", static auth => auth.IdentityProviders.GetByDomainsAsync([], cancellationToken: Cancellation), "at least one" },
        { "a domain would become two", static auth => auth.IdentityProviders.GetByDomainsAsync(["a.org,b.org"], cancellationToken: Cancellation), "'a.org,b.org'" },
        { "no scope is named", static auth => auth.Scopes.GetByIdsAsync([], cancellationToken: Cancellation), "at least one" },
        { "a scope string is empty", static auth => auth.Scopes.GetByScopeStringsAsync(["openid", ""], cancellationToken: Cancellation), "not empty" },
        { "a parameter of the protocol is an extra one", static auth => auth.Scopes.GetAllAsync([KeyValuePair.Create("IDS", "x")], Cancellation), "'IDS'" },
        { "an id is empty", static auth => auth.Projects.GetAsync(default, Cancellation), "id" },
        { "an id leads elsewhere", static auth => auth.Policies.DeleteAsync(new PolicyId("../clients/x"), Cancellation), "another route" },
        { "the id of a secret leads elsewhere", static auth => auth.Clients.Credentials.DeleteAsync(Id, new ClientCredentialId(".."), Cancellation), "another route" },
        { "a secret has no name", static auth => auth.Clients.Credentials.CreateAsync(Id, " ", Cancellation), "name" },
        { "a host name is empty", static auth => auth.Clients.GetByFqdnAsync("", Cancellation), "fqdn" },
        { "an identity is empty", static auth => auth.Consents.GetAllAsync(default, cancellationToken: Cancellation), "identityId" },
    };

    private static ClientRegistration Client => new() { Name = "c", Project = Id, PublicClient = true };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_the_service_would_refuse_or_misread(string what, Func<AuthClient, Task> call, string message)
    {
        using var auth = new ScriptedAuthService();

        var exception = await Should.ThrowAsync<ArgumentException>(() => call(auth.Client), what);

        exception.Message.ShouldContain(message);
        auth.Handler.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Links_can_be_set_taken_away_and_left_alone()
    {
        (await BodyAsync(new ClientUpdate { Links = new ClientLinks { TermsAndConditions = "t", PrivacyPolicy = "p" } }))
            .ShouldBe("""{"client":{"links":{"terms_and_conditions":"t","privacy_policy":"p"}}}""");
        (await BodyAsync(new ClientUpdate { Links = ClientLinks.None })).ShouldBe("""{"client":{"links":{"terms_and_conditions":null,"privacy_policy":null}}}""");
        (await BodyAsync(new ClientUpdate())).ShouldBe("""{"client":{}}""");
    }

    [Fact]
    public async Task Not_set_null_and_a_value_are_three_things()
    {
        (await BodyAsync(new ClientUpdate { RequiredIdp = null, PreselectIdp = new IdentityProviderId("i"), AdditionalFields = new JsonObject { ["k"] = null } }))
            .ShouldBe("""{"client":{"required_idp":null,"preselect_idp":"i","k":null}}""");
    }

    [Fact]
    public async Task A_new_client_without_links_says_nothing_of_them()
    {
        using var auth = new ScriptedAuthService(ScriptedHandler.Json("""{"client":{"id":"c"}}"""));

        await auth.Client.Clients.CreateAsync(Client with { Links = ClientLinks.None }, Cancellation);

        auth.Sent.Body.ShouldBe($$$"""{"client":{"name":"c","project":"{{{Id}}}","public_client":true}}""");
    }

    [Fact]
    public async Task Several_ids_are_joined_and_extra_parameters_go_along()
    {
        using var auth = new ScriptedAuthService(ScriptedHandler.Json("""{"identity_providers":[]}"""));

        await auth.Client.IdentityProviders.GetByIdsAsync([Id, new IdentityProviderId("DEFAULT")], [KeyValuePair.Create("q", "a b&c")], Cancellation);

        auth.Sent.Uri.AbsolutePath.ShouldBe("/v2/api/identity_providers");
        auth.Sent.Query.ShouldBe(new Dictionary<string, string> { ["ids"] = $"{Id},DEFAULT", ["q"] = "a b&c" }, ignoreOrder: true);
    }

    [Theory]
    [InlineData(false, "?all=False")]
    [InlineData(true, "?all=True")]
    public async Task Consents_are_asked_for_in_the_spelling_of_the_reference(bool all, string query)
    {
        using var auth = new ScriptedAuthService(ScriptedHandler.Json("""{"consents":[]}"""));

        await auth.Client.Consents.GetAllAsync(Id, all, Cancellation);

        auth.Sent.Uri.PathAndQuery.ShouldBe($"/v2/api/identities/{Id}/consents{query}");
    }

    [Fact]
    public async Task Creating_is_not_tried_again_when_it_may_have_worked()
    {
        using var auth = new ScriptedAuthService(ScriptedHandler.Status(HttpStatusCode.InternalServerError), ScriptedHandler.Json(Project));

        await Should.ThrowAsync<AuthApiException>(() => auth.Client.Projects.CreateAsync(new ProjectCreation { DisplayName = "d", ContactEmail = "e" }, Cancellation));

        auth.Handler.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Changing_is_tried_again_with_the_same_body()
    {
        using var auth = new ScriptedAuthService(ScriptedHandler.Status(HttpStatusCode.BadGateway), ScriptedHandler.Json(Project));

        var project = await auth.Client.Projects.UpdateAsync(Id, new ProjectUpdate { DisplayName = "new" }, Cancellation);

        project.Id.Value.ShouldBe("p");
        auth.Handler.Requests.Select(static request => request.Body).ShouldBe(Enumerable.Repeat("""{"project":{"display_name":"new"}}""", 2));
    }

    [Fact]
    public async Task What_an_earlier_attempt_deleted_is_deleted()
    {
        using var auth = new ScriptedAuthService(ScriptedHandler.Status(HttpStatusCode.GatewayTimeout), ScriptedHandler.Status(HttpStatusCode.NotFound));

        (await auth.Client.Projects.DeleteAsync(Id, Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"project":null}""")]
    [InlineData("""{"projects":[]}""")]
    [InlineData("""{"project":[]}""")]
    [InlineData("null")]
    [InlineData("no json")]
    public async Task An_answer_that_holds_something_else_is_an_api_error(string answer)
    {
        using var auth = new ScriptedAuthService(ScriptedHandler.Json(answer));

        var exception = await Should.ThrowAsync<AuthApiException>(() => auth.Client.Projects.GetAsync(Id, Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> BodyAsync(ClientUpdate update)
    {
        using var auth = new ScriptedAuthService(ScriptedHandler.Json("""{"client":{"id":"c"}}"""));
        await auth.Client.Clients.UpdateAsync(Id, update, Cancellation);
        return auth.Sent.Body;
    }
}
