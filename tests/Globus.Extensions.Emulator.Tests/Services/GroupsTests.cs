using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Services;

public sealed class GroupsTests
{
    private const string Groups = "groups/v2/groups";
    private const string EngineBuilders = Groups + "/10000000-0000-4000-8000-000000000001";
    private const string Quoted = Groups + "/10000000-0000-4000-8000-000000000002";
    private const string CompilerAuthors = Groups + "/10000000-0000-4000-8000-000000000003";
    private const string GracesOwn = Groups + "/10000000-0000-4000-8000-000000000004";
    private const string Invitation = Groups + "/10000000-0000-4000-8000-000000000005";

    [Fact]
    public async Task My_groups_are_those_with_an_active_membership()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync(Groups + "/my_groups", await driver.AccessTokenAsync(ViewMyGroups));

        answer.Json.ValueKind.ShouldBe(JsonValueKind.Array);
        Names(answer).ShouldBe(["Engine Builders", "\"Quoted\", Lab", "Compiler Authors"]);
    }

    [Theory]
    [InlineData("statuses=invited", "Invitation Pending")]
    [InlineData("statuses=left", "")]
    [InlineData("statuses=invited,pending", "Invitation Pending")]
    [InlineData("statuses=invited&statuses=pending", "Invitation Pending")]
    public async Task My_groups_can_be_asked_for_by_status(string query, string expected)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync($"{Groups}/my_groups?{query}", await driver.AccessTokenAsync(ViewMyGroups));

        string.Join(';', Names(answer)).ShouldBe(expected);
    }

    [Fact]
    public async Task An_unknown_status_is_422()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync(Groups + "/my_groups?statuses=happy", await driver.AccessTokenAsync(ViewMyGroups));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer["detail"].ShouldContain("happy");
    }

    [Fact]
    public async Task A_client_has_groups_of_its_own()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync(Groups + "/my_groups", await driver.ServiceTokenAsync(ViewMyGroups));

        Names(answer).ShouldBe(["Engine Builders", "Robots"]);
        answer.Json[0].GetProperty("my_memberships")[0].GetProperty("username").GetString().ShouldBe(Service + "@clients.auth.globus.org");
    }

    [Fact]
    public async Task Without_a_token_it_is_401_and_without_the_scope_403()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var missing = await driver.GetAsync(Groups + "/my_groups");
        var foreign = await driver.GetAsync(Groups + "/my_groups", await driver.AccessTokenAsync(TransferAll));
        var readOnly = await driver.SendJsonAsync(HttpMethod.Post, Groups, await driver.AccessTokenAsync(ViewMyGroups), """{"name":"x"}""");

        missing.Status.ShouldBe(HttpStatusCode.Unauthorized);
        missing["code"].ShouldNotBeEmpty();
        missing["detail"].ShouldNotBeEmpty();
        foreign.Status.ShouldBe(HttpStatusCode.Unauthorized);
        readOnly.Status.ShouldBe(HttpStatusCode.Forbidden);
        readOnly.Json.GetProperty("provided_scopes")[0].GetString().ShouldBe(ViewMyGroups);
    }

    [Fact]
    public async Task A_group_is_seen_by_those_it_is_visible_to()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(ViewMyGroups);
        var robot = await driver.ServiceTokenAsync(ViewMyGroups);

        (await driver.GetAsync(Invitation, ada)).Status.ShouldBe(HttpStatusCode.OK);
        (await driver.GetAsync(CompilerAuthors, robot)).Status.ShouldBe(HttpStatusCode.OK);
        var hidden = await driver.GetAsync(GracesOwn, ada);
        hidden.Status.ShouldBe(HttpStatusCode.NotFound);
        hidden["code"].ShouldBe("NOT_FOUND");
        (await driver.GetAsync(Groups + "/not-a-uuid", ada)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Includes_bring_what_the_role_may_see()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        const string All = "?include=memberships,policies,child_ids,allowed_actions,my_memberships";

        var asAdmin = await driver.GetAsync(EngineBuilders + All, await driver.AccessTokenAsync(ViewMyGroups));
        var asMember = await driver.GetAsync(EngineBuilders + All, await driver.AccessTokenAsync(ViewMyGroups, Grace));
        var unknown = await driver.GetAsync(EngineBuilders + "?include=everything", await driver.AccessTokenAsync(ViewMyGroups));

        asAdmin.Json.GetProperty("memberships").GetArrayLength().ShouldBe(3);
        asAdmin.Json.GetProperty("policies").GetProperty("join_requests").GetBoolean().ShouldBeFalse();
        asAdmin.Json.GetProperty("child_ids").GetArrayLength().ShouldBe(0);
        asAdmin.Json.GetProperty("allowed_actions").GetProperty("add")[0].GetString().ShouldBe(AdaId);
        asMember.Json.TryGetProperty("memberships", out _).ShouldBeFalse();
        asMember.Json.GetProperty("allowed_actions").GetProperty("add").GetArrayLength().ShouldBe(0);
        asMember.Json.GetProperty("allowed_actions").GetProperty("leave")[0].GetString().ShouldBe(GraceId);
        unknown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_group_is_created_changed_and_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync(GroupsAll);

        var created = await driver.SendJsonAsync(HttpMethod.Post, Groups, token, """{"name":"New","description":"First","parent_id":null}""");
        var path = $"{Groups}/{created["id"]}";
        var changed = await driver.SendJsonAsync(HttpMethod.Put, path, token, """{"description":null}""");
        var deleted = await driver.SendJsonAsync(HttpMethod.Delete, path, token, "");

        created.Status.ShouldBe(HttpStatusCode.Created);
        created.Json.GetProperty("my_memberships")[0].GetProperty("role").GetString().ShouldBe("admin");
        changed["name"].ShouldBe("New");
        changed.Json.GetProperty("description").ValueKind.ShouldBe(JsonValueKind.Null);
        deleted["id"].ShouldBe(created["id"]);
        (await driver.GetAsync(path, token)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":7}""")]
    [InlineData("""{"name":"x","parent_id":"nonsense"}""")]
    [InlineData("""{"name":"x","policies":{"group_visibility":"loud"}}""")]
    [InlineData("""{"name":"x","policies":{"signup_fields":["shoe_size"]}}""")]
    [InlineData("""{"name":"x","policies":{"authentication_assurance_timeout":-1}}""")]
    [InlineData("""{"name":" "}""")]
    [InlineData("[]")]
    [InlineData("not json")]
    public async Task A_group_that_cannot_be_is_422(string body)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.SendJsonAsync(HttpMethod.Post, Groups, await driver.AccessTokenAsync(GroupsAll), body);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Only_admins_change_a_group()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);

        (await driver.SendJsonAsync(HttpMethod.Put, Quoted, ada, """{"name":"Mine"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await driver.SendJsonAsync(HttpMethod.Delete, GracesOwn, ada, "")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Policies_are_replaced_as_a_whole()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync(GroupsAll);

        var answer = await driver.SendJsonAsync(
            HttpMethod.Put,
            EngineBuilders + "/policies",
            token,
            """
            {"is_high_assurance":false,"authentication_assurance_timeout":null,"group_visibility":"authenticated",
             "group_members_visibility":"members","join_requests":true,"signup_fields":["institution"]}
            """);
        var read = await driver.GetAsync(EngineBuilders + "/policies", token);

        answer.Json.GetProperty("authentication_assurance_timeout").ValueKind.ShouldBe(JsonValueKind.Null);
        answer["group_visibility"].ShouldBe("authenticated");
        read.Body.ShouldBe(answer.Body);
    }

    private static IEnumerable<string?> Names(Answer answer) =>
        answer.Json.EnumerateArray().Select(group => group.GetProperty("name").GetString());
}
