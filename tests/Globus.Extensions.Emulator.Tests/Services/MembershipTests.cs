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
    [InlineData("[]", "body")]
    [InlineData("""{"dance":[]}""", "body dance")]
    [InlineData("""{"add":{}}""", "body add")]
    [InlineData("""{"add":["x"]}""", "body add 0")]
    [InlineData("""{"add":[{}]}""", "body add 0 identity_id")]
    [InlineData("""{"add":[{"identity_id":"x"}]}""", "body add 0 identity_id")]
    [InlineData("""{"add":[{"identity_id":"00000000-0000-4000-a000-00000000c0de","role":"king"}]}""", "body add 0 role")]
    [InlineData("""{"add":[{"identity_id":"00000000-0000-4000-a000-00000000c0de","status_reason":7}]}""", "body add 0 status_reason")]
    public async Task A_malformed_request_fails_as_a_whole_and_names_the_place(string body, string place)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await ActAsync(driver, EngineBuilders, await driver.AccessTokenAsync(GroupsAll), body);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        string.Join(' ', answer.Json.GetProperty("detail")[0].GetProperty("loc").EnumerateArray()).ShouldBe(place);
    }

    [Fact]
    public async Task An_identity_that_occurs_twice_makes_the_whole_request_fail()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await ActAsync(
            driver,
            EngineBuilders,
            await driver.AccessTokenAsync(GroupsAll),
            $$"""{"add":[{"identity_id":"{{WebApp}}"}],"invite":[{"identity_id":"{{WebApp}}"}]}""");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("ambiguous_identities")[0].GetString().ShouldBe(WebApp);
    }

    [Fact]
    public async Task An_identity_that_nobody_knows_is_trouble_of_its_own()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await ActAsync(
            driver,
            EngineBuilders,
            await driver.AccessTokenAsync(GroupsAll),
            $$"""{"add":[{"identity_id":"11111111-1111-4111-8111-111111111111"},{"identity_id":"{{WebApp}}"}],"remove":null}""");

        answer.Json.GetProperty("add").GetArrayLength().ShouldBe(1);
        answer.Json.GetProperty("errors").GetProperty("add")[0].GetProperty("code").GetString().ShouldBe("IDENTITY_NOT_FOUND");
    }

    [Fact]
    public async Task Who_left_is_not_added_again_but_invited()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);
        var grace = await driver.AccessTokenAsync(GroupsAll, Grace);

        await ActAsync(driver, EngineBuilders, grace, $$"""{"leave":[{"identity_id":"{{GraceId}}","status_reason":"enough"}]}""");
        var added = await ActAsync(driver, EngineBuilders, ada, $$"""{"add":[{"identity_id":"{{GraceId}}"}]}""");
        var invited = await ActAsync(driver, EngineBuilders, ada, $$"""{"invite":[{"identity_id":"{{GraceId}}","invite_email_address":"g@example.com"}]}""");

        added.Json.GetProperty("errors").GetProperty("add")[0].GetProperty("code").GetString().ShouldBe("HAS_LEFT");
        var membership = invited.Json.GetProperty("invite")[0];
        membership.GetProperty("invite_email_address").GetString().ShouldBe("g@example.com");
        membership.GetProperty("invite_time").GetDateTimeOffset().ShouldBe(membership.GetProperty("updated").GetDateTimeOffset());
        membership.TryGetProperty("status_reason", out _).ShouldBeFalse("It was the reason of another status.");
    }

    [Fact]
    public async Task Nobody_joins_a_high_assurance_group_without_being_asked()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var grace = await driver.AccessTokenAsync(GroupsAll, Grace);
        var robot = await driver.ServiceTokenAsync(GroupsAll);
        await driver.SendJsonAsync(
            HttpMethod.Put, CompilerAuthors + "/policies", grace, """{"is_high_assurance":true,"group_visibility":"authenticated","join_requests":true}""");

        var joined = await ActAsync(driver, CompilerAuthors, robot, $$"""{"join":[{"identity_id":"{{Service}}"}]}""");
        var asked = await ActAsync(driver, CompilerAuthors, robot, $$"""{"request_join":[{"identity_id":"{{Service}}"}]}""");

        joined.Status.ShouldBe(HttpStatusCode.Forbidden);
        asked.Json.GetProperty("request_join")[0].GetProperty("status").GetString().ShouldBe("pending");
    }

    [Fact]
    public async Task Nobody_acts_for_others_or_removes_themselves()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);

        var answer = await ActAsync(driver, EngineBuilders, ada, $$"""{"leave":[{"identity_id":"{{GraceId}}"}],"remove":[{"identity_id":"{{AdaId}}"}]}""");

        answer.Json.GetProperty("errors").GetProperty("leave")[0].GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        answer.Json.GetProperty("errors").GetProperty("remove")[0].GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    private static Task<Answer> ActAsync(EmulatorDriver driver, string group, string token, string body) =>
        driver.SendJsonAsync(HttpMethod.Post, group, token, body);
}
