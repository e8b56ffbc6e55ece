using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Services;

public sealed class MembershipTests
{
    private const string EngineBuilders = "groups/v2/groups/10000000-0000-4000-8000-000000000001";
    private const string Quoted = "groups/v2/groups/10000000-0000-4000-8000-000000000002";
    private const string CompilerAuthors = "groups/v2/groups/10000000-0000-4000-8000-000000000003";
    private const string GracesOwn = "groups/v2/groups/10000000-0000-4000-8000-000000000004";
    private const string Invitation = "groups/v2/groups/10000000-0000-4000-8000-000000000005";

    [Fact]
    public async Task An_invitation_is_accepted_and_the_group_is_among_mine()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);

        var answer = await ActAsync(driver, Invitation, ada, $$"""{"accept":[{"identity_id":"{{AdaId}}"}]}""");

        answer.Json.GetProperty("accept")[0].GetProperty("status").GetString().ShouldBe("active");
        (await driver.GetAsync("groups/v2/groups/my_groups", ada)).Body.ShouldContain("Invitation Pending");
    }

    [Fact]
    public async Task Trouble_with_one_identity_leaves_the_others_alone()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);

        var answer = await ActAsync(
            driver, EngineBuilders, ada, $$"""{"add":[{"identity_id":"{{GraceId}}"},{"identity_id":"{{WebApp}}","role":"manager"}]}""");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Json.GetProperty("add")[0].GetProperty("role").GetString().ShouldBe("manager");
        answer.Json.GetProperty("errors").GetProperty("add")[0].GetProperty("code").GetString().ShouldBe("ALREADY_ACTIVE");
    }

    [Fact]
    public async Task A_request_to_join_is_approved_by_an_admin()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var robot = await driver.ServiceTokenAsync(GroupsAll);
        var grace = await driver.AccessTokenAsync(GroupsAll, Grace);

        var asked = await ActAsync(driver, CompilerAuthors, robot, $$"""{"request_join":[{"identity_id":"{{Service}}"}]}""");
        var approved = await ActAsync(driver, CompilerAuthors, grace, $$"""{"approve":[{"identity_id":"{{Service}}"}]}""");

        asked.Json.GetProperty("request_join")[0].GetProperty("status").GetString().ShouldBe("pending");
        approved.Json.GetProperty("approve")[0].GetProperty("status").GetString().ShouldBe("active");
    }

    [Fact]
    public async Task A_manager_adds_members_but_no_admins_and_removes_no_admin()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);

        var answer = await ActAsync(
            driver,
            Quoted,
            ada,
            $$"""{"add":[{"identity_id":"{{Service}}"},{"identity_id":"{{WebApp}}","role":"admin"}],"remove":[{"identity_id":"{{GraceId}}"}]}""");
        var change = await ActAsync(driver, Quoted, ada, $$"""{"change_role":[{"identity_id":"{{AdaId}}","role":"admin"}]}""");

        answer.Json.GetProperty("add").GetArrayLength().ShouldBe(1);
        answer.Json.GetProperty("errors").GetProperty("add")[0].GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        answer.Json.GetProperty("errors").GetProperty("remove")[0].GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        change.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_last_admin_stays()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);

        var answer = await ActAsync(driver, EngineBuilders, ada, $$"""{"leave":[{"identity_id":"{{AdaId}}"}]}""");

        answer.Json.GetProperty("errors").GetProperty("leave")[0].GetProperty("code").GetString().ShouldBe("LAST_ADMIN");
    }

    [Fact]
    public async Task Nobody_acts_on_a_group_they_cannot_see()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);

        (await ActAsync(driver, GracesOwn, ada, $$"""{"join":[{"identity_id":"{{AdaId}}"}]}""")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"dance":[]}""")]
    [InlineData("""{"add":{}}""")]
    [InlineData("""{"add":[{"identity_id":"11111111-1111-4111-8111-111111111111"}]}""")]
    [InlineData("""{"add":[{"identity_id":"00000000-0000-4000-a000-00000000c0de","role":"king"}]}""")]
    [InlineData("""{"add":[{"identity_id":"00000000-0000-4000-a000-00000000c0de"}],"invite":[{"identity_id":"00000000-0000-4000-a000-00000000c0de"}]}""")]
    public async Task A_malformed_request_fails_as_a_whole(string body)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await ActAsync(driver, EngineBuilders, await driver.AccessTokenAsync(GroupsAll), body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<Answer> ActAsync(EmulatorDriver driver, string group, string token, string body) =>
        driver.SendJsonAsync(HttpMethod.Post, group, token, body);
}
