using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>Codes, verifiers, states, tokens and secrets are never told by <c>ToString</c> or an exception.</summary>
public class LoginSecretTests
{
    private const string Verifier = "marker-verifier-marker-verifier-marker-verifier";

    [Fact]
    public void A_flow_and_what_it_is_made_of_tell_no_secret()
    {
        using var auth = ScriptedAuth.WithSecret("marker-secret");
        var options = new AuthorizationFlowOptions { RedirectUri = "http://localhost/", State = "marker-state", Verifier = Verifier, Nonce = "marker-nonce" };
        var flow = auth.Client.StartFlow(options);

        object[] all = [options, flow, flow.ToState(), auth.Client];

        all.ShouldAllBe(static one => !one.ToString()!.Contains("marker"));
    }

    [Fact]
    public async Task A_token_response_tells_no_token()
    {
        using var auth = ScriptedAuth.Native(ScriptedHandler.Json(
            """
            {"access_token":"marker-a","refresh_token":"marker-r","id_token":"marker-i","scope":"s","resource_server":"r",
             "other_tokens":[{"access_token":"marker-b","scope":"t","resource_server":"q"}]}
            """));

        var tokens = await auth.Client.StartFlow().ExchangeCodeAsync("code", TestContext.Current.CancellationToken);

        tokens.ToString().ShouldNotContain("marker");
        tokens.Tokens.ShouldAllBe(static token => !token.ToString().Contains("marker"));
    }

    [Fact]
    public async Task An_error_answer_that_echoes_the_request_tells_no_secret()
    {
        using var auth = ScriptedAuth.WithSecret("marker-secret", ScriptedHandler.Json(
            $$"""{"error":"invalid_grant","code_verifier":"{{Verifier}}","client_secret":"marker-secret","refresh_token":"marker-refresh"}""", HttpStatusCode.BadRequest));
        var flow = auth.Client.StartFlow(redirectUri: "http://localhost/", verifier: Verifier);

        var exception = await Should.ThrowAsync<AuthApiException>(() => flow.ExchangeCodeAsync("marker-code", TestContext.Current.CancellationToken));

        exception.OAuthError.ShouldBe("invalid_grant");
        $"{exception} {exception.RawBody} {exception.RawJson}".ShouldNotContain("marker");
    }

    [Fact]
    public async Task A_forged_answer_is_refused_without_telling_what_was_expected_or_came()
    {
        using var auth = ScriptedAuth.Native();
        var flow = auth.Client.StartFlow(state: "marker-state", verifier: Verifier);

        var exception = await Should.ThrowAsync<AuthorizationResponseException>(
            () => flow.ExchangeRedirectAsync(new Uri("http://localhost/?code=marker-code&state=marker-other"), TestContext.Current.CancellationToken));

        exception.ToString().ShouldNotContain("marker-");
    }

    [Fact]
    public async Task A_failed_connection_tells_no_secret()
    {
        using var auth = ScriptedAuth.WithSecret("marker-secret", ScriptedHandler.Failure(HttpRequestError.Unknown));
        var flow = auth.Client.StartFlow(redirectUri: "http://localhost/", verifier: Verifier);

        var exception = await Should.ThrowAsync<HttpRequestException>(() => flow.ExchangeCodeAsync("marker-code", TestContext.Current.CancellationToken));

        exception.ToString().ShouldNotContain("marker-");
    }
}
