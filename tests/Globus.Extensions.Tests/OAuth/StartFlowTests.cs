using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.OAuth;

public sealed class StartFlowTests : IDisposable
{
    private readonly ScriptedAuth _auth = ScriptedAuth.Native();

    public void Dispose() => _auth.Dispose();

    [Fact]
    public void Scopes_left_out_mean_openid_profile_email_and_transfer()
    {
        var flow = _auth.Client.StartFlow();

        flow.Scopes.ShouldBe(["openid", "profile", "email", "urn:globus:auth:scope:transfer.api.globus.org:all"]);
        Query(flow, "scope").ShouldBe("openid profile email urn:globus:auth:scope:transfer.api.globus.org:all");
    }

    [Fact]
    public void A_native_client_shows_the_code_on_the_page_of_globus_unless_told_otherwise() =>
        Query(_auth.Client.StartFlow(), "redirect_uri").ShouldBe("https://auth.globus.org/v2/web/auth-code");

    [Fact]
    public void Every_flow_has_a_state_and_a_verifier_of_its_own()
    {
        var flows = Enumerable.Range(0, 50).Select(_ => _auth.Client.StartFlow()).ToList();

        flows.Select(static flow => flow.State).ShouldBeUnique();
        flows.Select(static flow => flow.ToState().Verifier).ShouldBeUnique();
        flows.Select(static flow => Query(flow, "code_challenge")).ShouldBeUnique();
        flows.ShouldAllBe(static flow => flow.State.Length >= 43 && flow.State != flow.ToState().Verifier);
    }

    [Fact]
    public void State_and_verifier_may_be_given()
    {
        var flow = _auth.Client.StartFlow([GlobusScopes.OpenId], "http://localhost:1/cb", "my state", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        flow.State.ShouldBe("my state");
        Query(flow, "state").ShouldBe("my state");
        Query(flow, "code_challenge").ShouldBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    [Theory]
    [InlineData("http://LOCALHOST:8080")]
    [InlineData("http://localhost:8080/a b/%7e?x=1&y=ä")]
    [InlineData("my.app:/done")]
    public void A_redirect_uri_is_sent_as_it_was_written(string redirectUri)
    {
        var flow = _auth.Client.StartFlow(redirectUri: redirectUri);

        flow.RedirectUri.ShouldBe(redirectUri);
        Query(flow, "redirect_uri").ShouldBe(redirectUri);
    }

    [Fact]
    public void The_flow_keeps_the_scopes_it_was_started_with()
    {
        var scopes = new List<string> { "openid" };
        var flow = _auth.Client.StartFlow(scopes);

        scopes.Add("email");

        flow.Scopes.ShouldBe(["openid"]);
    }

    [Fact]
    public void Nobody_can_change_the_scopes_of_a_flow() =>
        (_auth.Client.StartFlow().Scopes is string[] or List<string>).ShouldBeFalse("A flow is immutable.");

    [Theory]
    [InlineData("")]
    [InlineData("too-short")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n")]
    [InlineData("secretsecretsecretsecretsecretsecretsecretä")]
    public void A_verifier_that_is_none_is_refused_without_being_told(string verifier)
    {
        var message = Should.Throw<ArgumentException>(() => _auth.Client.StartFlow(verifier: verifier)).Message;

        message.ShouldContain("RFC 7636");
        message.ShouldNotContain(verifier.Length == 0 ? "\0" : verifier);
    }

    [Fact]
    public void No_scope_at_all_is_refused()
    {
        Should.Throw<ArgumentException>(() => _auth.Client.StartFlow([]));
        Should.Throw<ArgumentException>(() => _auth.Client.StartFlow([" "]));
    }

    [Fact]
    public void A_confidential_client_has_to_name_its_redirect_uri()
    {
        using var auth = ScriptedAuth.WithSecret("secret");

        Should.Throw<ArgumentException>(() => auth.Client.StartFlow()).Message.ShouldContain("LoginRedirectUri");
    }

    [Theory]
    [InlineData("state")]
    [InlineData("Redirect_Uri")]
    [InlineData("code_challenge")]
    [InlineData("prompt")]
    [InlineData(" ")]
    public void An_extra_parameter_with_a_name_of_the_protocol_is_refused(string name) =>
        Should.Throw<ArgumentException>(() => _auth.Client.StartFlow(new AuthorizationFlowOptions { ExtraParameters = [KeyValuePair.Create(name, "x")] }));

    private static string Query(AuthorizationFlow flow, string name) => QueryHelpers.ParseQuery(flow.AuthorizeUrl.Query)[name].Single()!;
}
