using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Services;

/// <summary>Subgroups, sessions, subscriptions, preferences and fields of the Groups service.</summary>
public sealed class GroupDetailTests
{
    private const string Groups = "groups/v2/groups";
    private const string Preferences = "groups/v2/preferences";
    private const string EngineBuilders = Groups + "/10000000-0000-4000-8000-000000000001";
    private const string CompilerAuthors = Groups + "/10000000-0000-4000-8000-000000000003";
    private const string GracesOwn = Groups + "/10000000-0000-4000-8000-000000000004";
    private const string SubscriptionId = "50000000-0000-4000-8000-000000000001";

    [Fact]
    public async Task A_subgroup_is_made_by_an_admin_of_the_parent_and_deleted_first()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);

        var child = await driver.SendJsonAsync(HttpMethod.Post, Groups, ada, """{"name":"C","parent_id":"10000000-0000-4000-8000-000000000001"}""");
        var foreign = await driver.SendJsonAsync(HttpMethod.Post, Groups, ada, """{"name":"C","parent_id":"10000000-0000-4000-8000-000000000002"}""");
        var tooEarly = await driver.SendJsonAsync(HttpMethod.Delete, EngineBuilders, ada, "");
        await driver.SendJsonAsync(HttpMethod.Delete, $"{Groups}/{child["id"]}", ada, "");

        child.Status.ShouldBe(HttpStatusCode.Created);
        foreign.Status.ShouldBe(HttpStatusCode.Forbidden);
        tooEarly.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await driver.SendJsonAsync(HttpMethod.Delete, EngineBuilders, ada, "")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Hidden_subgroups_are_named_but_not_shown()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);
        await driver.SendJsonAsync(HttpMethod.Post, Groups, ada, """{"name":"C","parent_id":"10000000-0000-4000-8000-000000000001"}""");
        var grace = await driver.AccessTokenAsync(ViewMyGroups, Grace);

        (await driver.GetAsync(EngineBuilders + "/children", grace)).Json.GetProperty("children").GetArrayLength().ShouldBe(0);
        (await driver.GetAsync(EngineBuilders + "?include=child_ids", grace)).Json.GetProperty("child_ids").GetArrayLength().ShouldBe(1);
        (await driver.GetAsync(EngineBuilders + "/children", ada)).Json.GetProperty("children").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_is_in_a_subgroup_of_a_subgroup_sees_the_group_at_the_top()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var grace = await driver.AccessTokenAsync(GroupsAll, Grace);
        var middle = await driver.SendJsonAsync(HttpMethod.Post, Groups, grace, """{"name":"M","parent_id":"10000000-0000-4000-8000-000000000004"}""");
        var bottom = await driver.SendJsonAsync(HttpMethod.Post, Groups, grace, $$"""{"name":"B","parent_id":"{{middle["id"]}}"}""");
        var ada = await driver.AccessTokenAsync(GroupsAll);
        var before = await driver.GetAsync(GracesOwn, ada);
        await driver.SendJsonAsync(HttpMethod.Post, $"{Groups}/{bottom["id"]}", grace, $$"""{"add":[{"identity_id":"{{AdaId}}","role":"admin"}]}""");

        var after = await driver.GetAsync(GracesOwn, ada);
        var left = await driver.SendJsonAsync(HttpMethod.Post, GracesOwn, ada, $$"""{"leave":[{"identity_id":"{{AdaId}}"}]}""");

        before.Status.ShouldBe(HttpStatusCode.NotFound);
        var membership = after.Json.GetProperty("my_memberships")[0];
        membership.GetProperty("role").GetString().ShouldBe("member");
        membership.GetProperty("source_group_id").GetString().ShouldBe(bottom["id"]);
        left.Json.GetProperty("errors").GetProperty("leave")[0].GetProperty("code").GetString().ShouldBe("NO_MEMBERSHIP");
        (await driver.GetAsync(Groups + "/my_groups", ada)).Body.ShouldContain("Grace's Own".Replace("'", "\\u0027", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_old_login_opens_no_high_assurance_group()
    {
        var clock = new ManualTimeProvider();
        await using var driver = await EmulatorDriver.StartAsync(new GlobusEmulatorOptions { TimeProvider = clock });
        var ada = await driver.AccessTokenAsync(GroupsAll);
        var robot = await driver.ServiceTokenAsync(ViewMyGroups);
        await driver.SendJsonAsync(
            HttpMethod.Put, EngineBuilders + "/policies", ada, """{"is_high_assurance":true,"authentication_assurance_timeout":600,"group_visibility":"authenticated"}""");

        var fresh = await driver.GetAsync(EngineBuilders, ada);
        clock.Advance(TimeSpan.FromMinutes(10));
        var old = await driver.GetAsync(EngineBuilders, ada);

        fresh.Json.GetProperty("enforce_session").GetBoolean().ShouldBeTrue();
        fresh.Json.GetProperty("session_timeouts").GetProperty(AdaId).GetProperty("expires_in").GetInt32().ShouldBe(600);
        old.Status.ShouldBe(HttpStatusCode.Unauthorized);
        old.Json.GetProperty("authorization_parameters").GetProperty("session_required_identities")[0].GetString().ShouldBe(AdaId);
        (await driver.SendJsonAsync(HttpMethod.Put, EngineBuilders, ada, """{"name":"x"}""")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await driver.GetAsync(Groups + "/my_groups", ada)).Status.ShouldBe(HttpStatusCode.OK, "One's list says that the groups are there.");
        (await driver.GetAsync(EngineBuilders, await driver.AccessTokenAsync(GroupsAll))).Status.ShouldBe(HttpStatusCode.OK, "A new login helps.");
        (await driver.GetAsync(EngineBuilders, robot)).Status.ShouldBe(HttpStatusCode.Unauthorized, "The service account is a member, too.");
        (await driver.GetAsync(EngineBuilders, await driver.AccessTokenAsync(GroupsAll, Grace))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_in_too_many_groups_makes_no_more()
    {
        var seed = EmulatorSeed.CreateDefault();
        var many = Enumerable.Range(0, 1001).Select(static _ => new EmulatorGroup { Id = Guid.NewGuid(), Name = "G", Memberships = [new() { Identity = Grace }] });
        await using var driver = await EmulatorDriver.StartAsync(new GlobusEmulatorOptions { Seed = seed with { Groups = [.. many], Collections = [] } });

        var refused = await driver.SendJsonAsync(HttpMethod.Post, Groups, await driver.AccessTokenAsync(GroupsAll, Grace), """{"name":"One more"}""");
        var made = await driver.SendJsonAsync(HttpMethod.Post, Groups, await driver.AccessTokenAsync(GroupsAll), """{"name":"The first"}""");

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused["detail"].ShouldContain("1000");
        made.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("""{"allow_add":false}""")]
    [InlineData("""{"ada00000-0000-4000-8000-000000000001":{"allow_add":false}}""")]
    public async Task Preferences_are_taken_as_a_map_and_flat(string body)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(GroupsAll);

        var before = await driver.GetAsync(Preferences, ada);
        var set = await driver.SendJsonAsync(HttpMethod.Put, Preferences, ada, body);

        before.Json.GetProperty(AdaId).GetProperty("allow_add").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        set.Json.GetProperty(AdaId).GetProperty("allow_add").GetBoolean().ShouldBeFalse();
        (await driver.GetAsync(Preferences, ada)).Body.ShouldBe(set.Body);
    }

    [Theory]
    [InlineData("groups/v2/preferences", """{"allow_add":"no"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("groups/v2/preferences", """{"ada00000-0000-4000-8000-000000000001":{}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("groups/v2/preferences", """{"9ace0000-0000-4000-8000-000000000002":{"allow_add":true}}""", HttpStatusCode.Forbidden)]
    [InlineData(EngineBuilders + "/membership_fields", """{"ada00000-0000-4000-8000-000000000001":{"shoe_size":"42"}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData(EngineBuilders + "/membership_fields", """{"ada00000-0000-4000-8000-000000000001":{"city":7}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData(EngineBuilders + "/membership_fields", """{"ada00000-0000-4000-8000-000000000001":"x"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData(EngineBuilders + "/membership_fields", """{"9ace0000-0000-4000-8000-000000000002":{"city":"x"}}""", HttpStatusCode.Forbidden)]
    [InlineData(GracesOwn + "/membership_fields", "{}", HttpStatusCode.NotFound)]
    [InlineData(EngineBuilders + "/subscription_admin_verified", "{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData(EngineBuilders + "/subscription_admin_verified", """{"subscription_admin_verified_id":"x"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData(EngineBuilders + "/subscription_admin_verified", """{"subscription_admin_verified_id":"50000000-0000-4000-8000-000000000001"}""", HttpStatusCode.Forbidden)]
    [InlineData(EngineBuilders, """{"subscription_admin_verified_id":"50000000-0000-4000-8000-000000000001"}""", HttpStatusCode.Forbidden)]
    [InlineData(CompilerAuthors + "/subscription_admin_verified", """{"subscription_admin_verified_id":null}""", HttpStatusCode.Forbidden)]
    [InlineData(GracesOwn + "/subscription_admin_verified", """{"subscription_admin_verified_id":null}""", HttpStatusCode.NotFound)]
    [InlineData(EngineBuilders + "/policies", """{"join_requests":"maybe"}""", HttpStatusCode.UnprocessableEntity)]
    public async Task Bad_input_is_refused(string path, string body, HttpStatusCode status)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        (await driver.SendJsonAsync(HttpMethod.Put, path, await driver.AccessTokenAsync(GroupsAll), body)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Names_that_occur_twice_in_a_body_do_no_harm()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.SendJsonAsync(
            HttpMethod.Put,
            EngineBuilders + "/membership_fields",
            await driver.AccessTokenAsync(GroupsAll),
            $$"""{"{{AdaId}}":{"city":"A"},"{{AdaId}}":{"city":"B","city":"C"} }""");

        answer.Json.GetProperty(AdaId).GetProperty("city").GetString().ShouldBe("C");
    }

    [Fact]
    public async Task The_names_of_a_subscription_are_for_members_of_its_group()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await driver.AccessTokenAsync(ViewMyGroups);

        var found = await driver.GetAsync("groups/v2/subscription_info/" + SubscriptionId, ada);
        var group = await driver.GetAsync($"{Groups}/{found["group_id"]}", await driver.AccessTokenAsync(ViewMyGroups, Grace));

        found.Json.GetProperty("subscription_info").TryGetProperty("subscriber_name", out _).ShouldBeFalse();
        group["group_type"].ShouldBe("plus");
        group.Json.GetProperty("subscription_info").GetProperty("subscriber_name").GetString().ShouldBe("Emulator Institute");
        (await driver.GetAsync("groups/v2/subscription_info/x", ada)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Reading_ones_groups_needs_less_than_all_the_rest()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync(ViewMyGroups);

        foreach (var path in new[] { EngineBuilders, EngineBuilders + "/children", "groups/v2/subscription_info/" + SubscriptionId })
        {
            (await driver.GetAsync(path, token)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        foreach (var path in new[] { Groups + "/statuses", EngineBuilders + "/policies", EngineBuilders + "/membership_fields", Preferences })
        {
            (await driver.GetAsync(path, token)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }
}
