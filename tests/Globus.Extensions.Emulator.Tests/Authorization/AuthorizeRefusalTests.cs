using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Authorization;

public sealed class AuthorizeRefusalTests
{
    [Theory]
    [InlineData("client_id", null)]
    [InlineData("client_id", "11111111-1111-4111-8111-111111111111")]
    [InlineData("redirect_uri", null)]
    [InlineData("redirect_uri", "https://evil.example/callback")]
    [InlineData("redirect_uri", "http://127.0.0.1.evil.example/")]
    [InlineData("redirect_uri", "http://127.0.0.1@evil.example/")]
    [InlineData("redirect_uri", "http://someone@127.0.0.1:8080/")]
    [InlineData("redirect_uri", "https://127.0.0.1:8080/")]
    [InlineData("redirect_uri", "http://127.0.0.1:8080/#fragment")]
    [InlineData("redirect_uri", "http://127.0.0.1:8080/\r\nX-Injected: 1")]
    [InlineData("redirect_uri", "/relative")]
    public async Task Who_cannot_be_trusted_gets_a_page_and_no_redirect(string parameter, string? value)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var page = await driver.GetAsync(driver.AuthorizeUrl((parameter, value)).PathAndQuery);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Headers["Content-Type"].ShouldStartWith("text/html");
        page.Headers.ShouldNotContainKey("Location");
    }

    [Theory]
    [InlineData("scope", null, "invalid_scope")]
    [InlineData("scope", "openid no_such_scope", "invalid_scope")]
    [InlineData("scope", "openid[", "invalid_scope")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("access_type", "sometimes", "invalid_request")]
    public async Task Other_errors_go_to_the_client(string parameter, string? value, string error)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var redirect = await driver.GetAsync(driver.AuthorizeUrl((parameter, value)).PathAndQuery);

        redirect.Status.ShouldBe(HttpStatusCode.Found);
        redirect.Location.GetLeftPart(UriPartial.Path).ShouldBe(NativeRedirect);
        var query = EmulatorDriver.Query(redirect.Location);
        query["error"].ShouldBe(error);
        query["error_description"].ShouldNotBeEmpty();
        query["state"].ShouldBe("some state");
        query.ShouldContainKey("iss");
    }

    [Fact]
    public async Task A_parameter_given_twice_is_an_error()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var redirect = await driver.GetAsync(driver.AuthorizeUrl().PathAndQuery + "&scope=email");

        EmulatorDriver.Query(redirect.Location)["error"].ShouldBe("invalid_request");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://127.0.0.1:60000/any/path?x=y")]
    [InlineData("http://localhost:60000/")]
    [InlineData("http://[::1]:60000/")]
    public async Task A_native_client_may_use_any_loopback_port(string redirectUri)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        driver.Emulator.SignIn(driver.AuthorizeUrl(("redirect_uri", redirectUri)), Ada).AbsoluteUri.ShouldStartWith(redirectUri);
    }

    [Fact]
    public async Task The_code_page_may_be_named_by_any_loopback_host()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var page = $"http://localhost:{driver.Emulator.BaseUrl.Port}/auth/v2/web/auth-code";

        driver.Emulator.SignIn(driver.AuthorizeUrl(("redirect_uri", page)), Ada).AbsoluteUri.ShouldStartWith(page + "?code=");
    }

    [Fact]
    public async Task A_confidential_client_may_only_use_what_it_has_registered()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        (string, string?)[] withoutPkce = [("client_id", WebApp), ("code_challenge", null), ("code_challenge_method", null)];

        var registered = await driver.GetAsync(driver.AuthorizeUrl([.. withoutPkce, ("redirect_uri", WebAppRedirect)]).PathAndQuery);
        var other = await driver.GetAsync(driver.AuthorizeUrl([.. withoutPkce, ("redirect_uri", WebAppRedirect + "/")]).PathAndQuery);

        registered.Status.ShouldBe(HttpStatusCode.OK);
        other.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Session_prompt_and_unknown_parameters_are_accepted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var url = driver.AuthorizeUrl(
            ("prompt", "login"),
            ("prefill_named_grant", "my app"),
            ("session_required_identities", "ada@example.org"),
            ("session_required_single_domain", "example.org"),
            ("session_required_policies", "11111111-1111-4111-8111-111111111111"),
            ("session_required_mfa", "True"),
            ("session_message", "Please"),
            ("anything", "else"));

        (await driver.GetAsync(url.PathAndQuery)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "auth/jwk.json");
        request.Headers.Host = "rebound.example";

        using var response = await driver.Http.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }
}
