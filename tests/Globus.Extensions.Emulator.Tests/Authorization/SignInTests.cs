using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Authorization;

public sealed class SignInTests
{
    [Fact]
    public async Task The_twin_of_the_pages_gives_code_state_and_issuer()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var redirect = driver.Emulator.SignIn(driver.AuthorizeUrl(), Ada);

        var query = EmulatorDriver.Query(redirect);
        query["code"].Length.ShouldBeGreaterThan(40);
        query["state"].ShouldBe("some state");
        query.ShouldContainKey("iss");
    }

    [Theory]
    [InlineData("scope", "no_such_scope", "invalid_scope")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("redirect_uri", "https://evil.example/", "invalid_redirect_uri")]
    [InlineData("client_id", "nobody", "invalid_client")]
    public async Task It_refuses_what_the_page_refuses(string parameter, string? value, string error)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var exception = Should.Throw<InvalidOperationException>(() => driver.Emulator.SignIn(driver.AuthorizeUrl((parameter, value)), Ada));

        exception.Message.ShouldStartWith(error);
    }

    [Fact]
    public async Task It_refuses_an_unknown_person()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        Should.Throw<InvalidOperationException>(() => driver.Emulator.SignIn(driver.AuthorizeUrl(), "nobody@example.org"))
            .Message.ShouldContain("nobody@example.org");
    }

    [Fact]
    public async Task It_refuses_a_url_that_is_not_the_authorize_page()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        Should.Throw<InvalidOperationException>(() => driver.Emulator.SignIn(driver.Emulator.TransferUrl, Ada));
    }
}
