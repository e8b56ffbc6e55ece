using Globus.Extensions.OAuth;

namespace Globus.Extensions.Tests.OAuth;

public sealed class ExchangeRedirectTests : IDisposable
{
    private const string Answer = """{"access_token":"a","scope":"s","resource_server":"r"}""";

    private readonly ScriptedAuth _auth = ScriptedAuth.Native(ScriptedHandler.Json(Answer));

    public void Dispose() => _auth.Dispose();

    [Theory]
    [InlineData("http://localhost/cb?code=c&state=s1")]
    [InlineData("http://localhost/cb?state=s1&code=c&iss=https%3A%2F%2Fauth.globus.org")]
    [InlineData("http://localhost/cb?state=s1&code=c&iss=https%3A%2F%2Fauth.globus.org%2F")]
    [InlineData("http://localhost/cb?state=s1&code=c&session_state=x#fragment")]
    [InlineData("my.app:/done?code=c&state=s1")]
    public async Task The_answer_to_this_very_request_is_exchanged(string redirect)
    {
        await ExchangeAsync(new Uri(redirect));

        _auth.Handler.Requests.Single().Form["code"].ShouldBe("c");
    }

    [Theory]
    [InlineData("/cb?code=c&state=s1")]
    [InlineData("cb?state=s1&code=c#fragment")]
    [InlineData("?code=c&state=s1")]
    public async Task A_relative_redirect_will_do(string redirect)
    {
        await ExchangeAsync(new Uri(redirect, UriKind.Relative));

        _auth.Handler.Requests.Single().Form["code"].ShouldBe("c");
    }

    [Theory]
    [InlineData("http://localhost/cb?code=c")]
    [InlineData("http://localhost/cb?code=c&state=")]
    [InlineData("http://localhost/cb?code=c&state=s2")]
    [InlineData("http://localhost/cb?code=c&state=S1")]
    [InlineData("http://localhost/cb?code=c&state=s1%00")]
    [InlineData("http://localhost/cb?code=c&state=forged&state=s1")]
    [InlineData("http://localhost/cb?error=access_denied&state=forged")]
    [InlineData("http://localhost/cb#code=c&state=s1")]
    public async Task A_forged_or_missing_state_is_refused(string redirect)
    {
        var exception = await ShouldBeRefusedAsync(redirect);

        exception.Message.ShouldContain("state");
        exception.Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("https%3A%2F%2Fevil.example")]
    [InlineData("https%3A%2F%2Fauth.globus.org.evil.example")]
    [InlineData("http%3A%2F%2Fauth.globus.org")]
    [InlineData("")]
    public async Task An_answer_of_another_issuer_is_refused(string issuer)
    {
        var exception = await ShouldBeRefusedAsync($"http://localhost/cb?code=c&state=s1&iss={issuer}");

        exception.Message.ShouldContain("https://auth.globus.org/");
    }

    [Fact]
    public async Task A_denied_consent_is_told_as_such()
    {
        var exception = await ShouldBeRefusedAsync("http://localhost/cb?error=access_denied&error_description=The+user+said+no&state=s1");

        exception.Error.ShouldBe("access_denied");
        exception.ErrorDescription.ShouldBe("The user said no");
        exception.Message.ShouldContain("did not consent");
    }

    [Fact]
    public async Task Another_error_is_told_with_its_description()
    {
        var exception = await ShouldBeRefusedAsync("http://localhost/cb?error=invalid_scope&error_description=Unknown+scope&state=s1&code=c");

        exception.Error.ShouldBe("invalid_scope");
        exception.Message.ShouldContain("invalid_scope");
        exception.Message.ShouldContain("Unknown scope");
    }

    [Theory]
    [InlineData("http://localhost/cb?state=s1")]
    [InlineData("http://localhost/cb?state=s1&code=")]
    [InlineData("http://localhost/cb?state=s1&code=+")]
    [InlineData("http://localhost/cb?state=s1&code")]
    public async Task An_answer_without_a_code_is_refused(string redirect) =>
        (await ShouldBeRefusedAsync(redirect)).Message.ShouldContain("neither a code nor an error");

    [Fact]
    public async Task The_emulators_own_answer_names_its_issuer_and_is_taken()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var flow = globus.NativeClient().StartFlow();
        var redirect = globus.Emulator.SignIn(flow.AuthorizeUrl, EmulatedGlobus.Ada);

        redirect.Query.ShouldContain("iss=");
        (await flow.ExchangeRedirectAsync(redirect, TestContext.Current.CancellationToken)).Tokens.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_not_for_another_flow_of_the_same_client()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var client = globus.NativeClient();
        var redirect = globus.Emulator.SignIn(client.StartFlow().AuthorizeUrl, EmulatedGlobus.Ada);

        await Should.ThrowAsync<AuthorizationResponseException>(() => client.StartFlow().ExchangeRedirectAsync(redirect, TestContext.Current.CancellationToken));

        globus.Emulator.Requests.ShouldBeEmpty();
    }

    private Task<OAuthTokenResponse> ExchangeAsync(Uri redirect) =>
        _auth.Client.StartFlow(state: "s1").ExchangeRedirectAsync(redirect, TestContext.Current.CancellationToken);

    private async Task<AuthorizationResponseException> ShouldBeRefusedAsync(string redirect)
    {
        var exception = await Should.ThrowAsync<AuthorizationResponseException>(() => ExchangeAsync(new Uri(redirect)));
        _auth.Handler.Requests.ShouldBeEmpty();
        return exception;
    }
}
