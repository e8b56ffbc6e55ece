using System.Net;
using System.Text.Json;
using Globus.Extensions.Http;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.OpenId;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>The generic call of the token endpoint.</summary>
public class TokenRequestTests
{
    private const string Answer = """{"access_token":"a","scope":"s","resource_server":"r"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_grant_of_the_service_can_be_asked_for()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var tokens = await globus.ConfidentialClient(globus.ServiceAccount).RequestTokenAsync(Form("client_credentials", ("scope", GlobusScopes.GroupsAll)), Cancellation);

        tokens.ByResourceServer.Keys.ShouldBe([GlobusResourceServers.Groups]);
    }

    [Fact]
    public async Task The_form_goes_as_it_is_with_the_client_added()
    {
        using var auth = ScriptedAuth.Native(ScriptedHandler.Json(Answer));

        await auth.Client.RequestTokenAsync(Form("x", ("k", "v"), ("scope", "a b")), Cancellation);

        auth.Handler.Requests.Single().Form.ShouldBe(
            new Dictionary<string, string> { ["grant_type"] = "x", ["k"] = "v", ["scope"] = "a b", ["client_id"] = ScriptedAuth.ClientId }, ignoreOrder: true);
    }

    [Fact]
    public async Task An_answer_of_another_shape_is_read_by_the_callers_contract()
    {
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Json("""{"kty":"RSA"}"""), ScriptedHandler.Json("[]"));

        (await auth.Client.RequestTokenAsync(Form("x"), ForgeJsonContext.Default.GlobusJsonWebKey, Cancellation)).Kty.ShouldBe("RSA");
        (await Should.ThrowAsync<AuthApiException>(() => auth.Client.RequestTokenAsync(Form("x"), ForgeJsonContext.Default.GlobusJsonWebKey, Cancellation)))
            .InnerException.ShouldBeOfType<JsonException>();
    }

    [Theory]
    [InlineData("x", 1)]
    [InlineData("urn:ietf:params:oauth:grant-type:device_code", 1)]
    [InlineData("authorization_code", 1)]
    [InlineData("refresh_token", 2)]
    [InlineData("client_credentials", 3)]
    public async Task Only_a_grant_that_is_known_to_bear_it_is_sent_again(string grantType, int requests)
    {
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Status(HttpStatusCode.BadGateway), ScriptedHandler.Status(HttpStatusCode.BadGateway), ScriptedHandler.Json(Answer));

        var exception = await Record.ExceptionAsync(() => auth.Client.RequestTokenAsync(Form(grantType), Cancellation));

        (exception is null).ShouldBe(requests == 3);
        auth.Handler.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task A_form_without_a_grant_or_with_a_client_is_a_mistake()
    {
        using var auth = ScriptedAuth.WithSecret("s");

        await Should.ThrowAsync<ArgumentException>(() => auth.Client.RequestTokenAsync([], Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => auth.Client.RequestTokenAsync(Form(" "), Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => auth.Client.RequestTokenAsync(Form("x", ("client_id", "other")), Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => auth.Client.RequestTokenAsync(Form("x", ("Client_Secret", "other")), Cancellation));

        auth.Handler.Requests.ShouldBeEmpty();
    }

    private static KeyValuePair<string, string>[] Form(string grantType, params (string Name, string Value)[] others) =>
        [new("grant_type", grantType), .. others.Select(static other => KeyValuePair.Create(other.Name, other.Value))];
}
