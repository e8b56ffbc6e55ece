using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Services;

public sealed class TransferTests
{
    [Fact]
    public async Task A_submission_id_is_a_new_uuid_each_time()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync(TransferAll);

        var first = await driver.GetAsync("transfer/v0.10/submission_id", token);
        var second = await driver.GetAsync("transfer/v0.10/submission_id", token);

        Guid.TryParse(first["value"], out _).ShouldBeTrue();
        second["value"].ShouldNotBe(first["value"]);
    }

    [Fact]
    public async Task An_unknown_route_is_404_with_a_good_token()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync("transfer/v0.10/no_such_thing?limit=1", await driver.AccessTokenAsync(TransferAll));

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer["code"].ShouldBe("ClientError.NotFound");
        answer["message"].ShouldNotBeEmpty();
        answer["request_id"].ShouldNotBeEmpty();
        answer["resource"].ShouldBe("/v0.10/no_such_thing");
    }

    [Fact]
    public async Task A_missing_or_foreign_token_is_401_and_a_missing_scope_403()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        const string Path = "transfer/v0.10/submission_id";

        var missing = await driver.GetAsync(Path);
        var foreign = await driver.GetAsync(Path, await driver.AccessTokenAsync(GroupsAll));
        var scope = await driver.GetAsync(Path, await driver.AccessTokenAsync("urn:globus:auth:scope:transfer.api.globus.org:gcp_install"));

        missing.Status.ShouldBe(HttpStatusCode.Unauthorized);
        missing["code"].ShouldBe("AuthenticationFailed");
        foreign.Status.ShouldBe(HttpStatusCode.Unauthorized);
        scope.Status.ShouldBe(HttpStatusCode.Forbidden);
        scope["code"].ShouldBe("PermissionDenied");
    }
}
