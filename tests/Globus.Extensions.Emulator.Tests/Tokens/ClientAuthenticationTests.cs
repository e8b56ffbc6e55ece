using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Tokens;

public sealed class ClientAuthenticationTests
{
    [Theory]
    [InlineData(Service, "wrong")]
    [InlineData(Service, "")]
    [InlineData(Native, "")]
    [InlineData("11111111-1111-4111-8111-111111111111", "x")]
    [InlineData("nonsense", "x")]
    public async Task A_bad_client_gets_401(string id, string secret)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.TokenAsync((id, secret), ("grant_type", "client_credentials"), ("scope", TransferAll));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer["error"].ShouldBe("invalid_client");
        answer.Headers["WWW-Authenticate"].ShouldStartWith("Basic");
    }

    [Fact]
    public async Task A_secret_in_the_body_is_not_accepted()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.TokenAsync(
            null, ("grant_type", "client_credentials"), ("client_id", Service), ("client_secret", ServiceSecret), ("scope", TransferAll));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_rotated_secret_replaces_the_old_one()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        (string, string)[] form = [("grant_type", "client_credentials"), ("scope", TransferAll)];

        driver.Emulator.SetClientSecret(Service, "rotated");

        (await driver.TokenAsync((Service, ServiceSecret), form)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await driver.TokenAsync((Service, "rotated"), form)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_a_confidential_client_has_a_secret_to_rotate()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        Should.Throw<ArgumentException>(() => driver.Emulator.SetClientSecret(Native, "secret"));
    }

    [Theory]
    [InlineData(null, "invalid_request")]
    [InlineData("password", "unsupported_grant_type")]
    public async Task A_grant_that_is_not_there_is_refused(string? grantType, string error)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.TokenAsync((Service, ServiceSecret), ("grant_type", grantType ?? ""));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["error"].ShouldBe(error);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.SendJsonAsync(HttpMethod.Post, "auth/v2/oauth2/token", "none", "{}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["error"].ShouldBe("invalid_request");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.TokenAsync((Service, ServiceSecret), ("grant_type", new string('x', 300_000)));

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }
}
