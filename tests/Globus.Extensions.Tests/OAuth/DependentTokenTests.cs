using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>The dependent token grant: what a service gets for a token that it received.</summary>
public class DependentTokenTests
{
    private const string GroupsScope = "urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_gets_tokens_for_all_that_its_scope_depends_on()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var received = await ReceiveAsync(globus);

        var dependent = await globus.ConfidentialClient(globus.Web).GetDependentTokensAsync(received, cancellationToken: Cancellation);

        dependent.GetByScope(GlobusScopes.TransferAll).ResourceServer.ShouldBe(GlobusResourceServers.Transfer);
        dependent.Tokens.ShouldAllBe(static token => token.RefreshToken == null && token.ExpiresAt > TimeProvider.System.GetUtcNow());
        dependent.TryGetByScope("openid", out _).ShouldBeFalse();
        dependent.ToString().ShouldNotContain(dependent.Tokens[0].AccessToken);
    }

    [Fact]
    public async Task Scopes_and_refresh_tokens_come_as_asked_for()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var received = await ReceiveAsync(globus);

        var dependent = await globus.ConfidentialClient(globus.Web)
            .GetDependentTokensAsync(received, [GlobusScopes.TransferAll], requestRefreshTokens: true, cancellationToken: Cancellation);

        dependent.ByResourceServer.Keys.ShouldBe([GlobusResourceServers.Transfer]);
        dependent.Tokens.ShouldHaveSingleItem().RefreshToken.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_token_for_another_service_is_refused()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var received = await ReceiveAsync(globus);

        var exception = await Should.ThrowAsync<AuthApiException>(() => globus.ConfidentialClient(globus.ServiceAccount).GetDependentTokensAsync(received, cancellationToken: Cancellation));

        exception.OAuthError.ShouldBe("invalid_grant");
        exception.ToString().ShouldNotContain(received);
    }

    [Fact]
    public async Task The_form_is_what_the_reference_sends()
    {
        const string Answer = "[]";
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Json(Answer), ScriptedHandler.Json(Answer));

        await auth.Confidential.GetDependentTokensAsync("str-token", cancellationToken: Cancellation);
        await auth.Confidential.GetDependentTokensAsync("str-token", ["v1", "v2"], true, [KeyValuePair.Create("k", "v")], Cancellation);

        var minimal = new Dictionary<string, string> { ["grant_type"] = "urn:globus:auth:grant_type:dependent_token", ["token"] = "str-token" };
        auth.Handler.Requests[0].Form.ShouldBe(minimal, ignoreOrder: true);
        auth.Handler.Requests[1].Form.ShouldBe(
            new Dictionary<string, string>(minimal) { ["access_type"] = "offline", ["scope"] = "v1 v2", ["k"] = "v" }, ignoreOrder: true);
        auth.Handler.Requests.ShouldAllBe(static request => request.Headers.Authorization!.Scheme == "Basic" && request.Uri.AbsolutePath == "/v2/oauth2/token");
    }

    [Fact]
    public async Task There_may_be_no_token_at_all()
    {
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Json("[]"));

        (await auth.Confidential.GetDependentTokensAsync("t", cancellationToken: Cancellation)).Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_that_the_answer_says_is_lost()
    {
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Json(
            """
            [{"access_token":"a","scope":"s t","resource_server":"r","token_type":"bearer","expires_in":120,"new":{"x":1},"id_token":"i","other_tokens":[]},
             {"access_token":"b","scope":"u","resource_server":"q","expires_in":"soon"},
             {"access_token":"c","scope":"s","resource_server":"r","expires_in":null}]
            """));

        var dependent = await auth.Confidential.GetDependentTokensAsync("t", cancellationToken: Cancellation);

        dependent.Tokens.Select(static token => token.AccessToken).ShouldBe(["a", "b", "c"]);
        dependent.Tokens[0].ExpiresAt.ShouldBe(ScriptedAuth.Now.AddSeconds(120));
        dependent.Tokens[0].ExtensionData.Keys.ShouldBe(["new", "id_token", "other_tokens"]);
        dependent.Tokens[1].ExtensionData["expires_in"].GetString().ShouldBe("soon");
        dependent.Tokens[2].ExpiresAt.ShouldBe(ScriptedAuth.Now);
        dependent.ByResourceServer["r"].AccessToken.ShouldBe("c");
    }

    [Theory]
    [InlineData("""{"access_token":"marker","scope":"s","resource_server":"r"}""", "array")]
    [InlineData("null", "array")]
    [InlineData("\"text\"", "array")]
    [InlineData("""["text"]""", "'[0]'")]
    [InlineData("""[{"access_token":"marker","scope":"s","resource_server":"r"},{"access_token":"marker","scope":"s"}]""", "'[1].resource_server'")]
    [InlineData("""[{"access_token":"\ud800","scope":"s","resource_server":"r"}]""", "Unicode")]
    public async Task An_answer_of_another_shape_is_an_api_error_that_tells_no_token(string json, string said)
    {
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Json(json));

        var exception = await Should.ThrowAsync<AuthApiException>(() => auth.Confidential.GetDependentTokensAsync("t", cancellationToken: Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.OK);
        exception.Message.ShouldContain(said);
        $"{exception.Message} {exception.RawJson}".ShouldNotContain("marker");
    }

    [Fact]
    public async Task It_is_sent_again_after_a_server_error()
    {
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Status(HttpStatusCode.BadGateway), ScriptedHandler.Failure(HttpRequestError.ResponseEnded), ScriptedHandler.Json("[]"));

        await auth.Confidential.GetDependentTokensAsync("t", cancellationToken: Cancellation);

        auth.Handler.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_missing_consent_says_which()
    {
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Json(
            """{"error":"dependent_consent_required","errors":[{"unapproved_scopes":["scope-a"],"id":"1","code":"X","status":"403"}]}""", HttpStatusCode.Forbidden));

        var exception = await Should.ThrowAsync<AuthApiException>(() => auth.Confidential.GetDependentTokensAsync("t", cancellationToken: Cancellation));

        exception.RequiredScopes.ShouldBe(["scope-a"]);
    }

    [Fact]
    public async Task What_makes_no_sense_is_not_sent()
    {
        using var auth = ScriptedAuth.WithSecret("s");

        await Should.ThrowAsync<ArgumentException>(() => auth.Confidential.GetDependentTokensAsync(" ", cancellationToken: Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => auth.Confidential.GetDependentTokensAsync("t", [], cancellationToken: Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => auth.Confidential.GetDependentTokensAsync("t", extraParameters: [KeyValuePair.Create("scope", "x")], cancellationToken: Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => auth.Confidential.GetDependentTokensAsync("t", extraParameters: [KeyValuePair.Create("ACCESS_TYPE", "x")], cancellationToken: Cancellation));

        auth.Handler.Requests.ShouldBeEmpty();
    }

    private static async Task<string> ReceiveAsync(EmulatedGlobus globus)
    {
        var scope = $"https://auth.globus.org/scopes/{globus.Web.Id}/analyse";
        var tokens = await globus.FinishAsync(globus.NativeClient().StartFlow([$"{scope}[{GlobusScopes.TransferAll} *{GroupsScope}]"]));
        return tokens.GetByScope(scope).AccessToken;
    }
}
