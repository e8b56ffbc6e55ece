using System.Text.Json;
using System.Text.Json.Nodes;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Services.Groups.Internal;
using Globus.Extensions.Tests.OAuth;
using NSubstitute;

namespace Globus.Extensions.Tests.Services.Groups;

public sealed class MembershipActionResultTests
{
    private static readonly Guid One = new("10000000-0000-4000-8000-00000000000a");
    private static readonly Guid Two = new("10000000-0000-4000-8000-00000000000b");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"add":null,"errors":null}""")]
    [InlineData("""{"add":[],"errors":{}}""")]
    [InlineData("""{"add":[],"errors":{"add":null,"remove":[]}}""")]
    public async Task Silence_is_no_success(string answer)
    {
        var result = await AddAsync(answer, One);

        result.HasErrors.ShouldBeFalse();
        result.GetMemberships(MembershipAction.Add).ShouldBeEmpty();
        var failure = Should.Throw<MembershipActionException>(result.EnsureSuccess).Failures.ShouldHaveSingleItem();
        failure.Action.ShouldBe(MembershipAction.Add);
        failure.IdentityId!.Value.Value.ShouldBe(One.ToString());
        failure.Code.ShouldBeNull();
    }

    [Fact]
    public async Task An_identity_that_is_passed_over_is_a_failure()
    {
        var result = await AddAsync($$"""{"add":[{"identity_id":"{{One.ToString().ToUpperInvariant()}}"}]}""", One, Two);

        result.Failures.ShouldHaveSingleItem().IdentityId!.Value.Value.ShouldBe(Two.ToString());
    }

    [Fact]
    public async Task Everything_done_is_a_success()
    {
        var result = await AddAsync($$$"""{"add":[{"identity_id":"{{{One}}}"},{"identity_id":"{{{Two}}}"}],"errors":{"add":[]}}""", One, Two);

        result.EnsureSuccess().ShouldBeSameAs(result);
        result.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_identity_is_known_again_however_it_was_spelled()
    {
        using var groups = new ScriptedGroups(ScriptedHandler.Json($$"""{"join":[{"identity_id":"{{One}}","status":"active"}]}"""));

        var membership = await groups.Client.Memberships.JoinAsync(One, new IdentityId(One.ToString("B").ToUpperInvariant()), Cancellation);

        membership.Status.ShouldBe(GroupMembershipStatus.Active);
        groups.Sent.Body.ShouldBe($$"""{"join":[{"identity_id":"{{One}}"}]}""");
    }

    [Theory]
    [InlineData("""{"accept":[{"identity_id":"x","status_reason":null}],"decline":null,"leave":[],"errors":{"invite":[{"identity_id":"y","code":"C","detail":null,"more":1}],"join":null}}""")]
    [InlineData("""{"dance":[{"identity_id":"x"}],"errors":null}""")]
    public void A_result_loses_nothing(string json)
    {
        var result = JsonSerializer.Deserialize(json, GroupsAnswers.MembershipActionResult)!;

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(result, GroupsAnswers.MembershipActionResult), JsonNode.Parse(json)).ShouldBeTrue();
    }

    [Fact]
    public void Many_failures_are_told_in_short()
    {
        var errors = Enumerable.Range(1, 5).Select(static number => new MembershipActionError { IdentityId = new IdentityId($"i{number}"), Code = "C", Detail = "no" }).ToList();
        var result = new MembershipActionResult { Errors = new Dictionary<MembershipAction, IReadOnlyList<MembershipActionError>?> { [MembershipAction.Join] = errors } };

        Should.Throw<MembershipActionException>(result.EnsureSuccess).Message
            .ShouldBe("Globus Groups did not do 5 membership actions: join i1 (C): no; join i2 (C): no; join i3 (C): no; and 2 more. All stand in Failures.");
    }

    [Fact]
    public void A_batch_that_refuses_something_is_as_it_was()
    {
        var actions = new MembershipActions().Invite(One);

        Should.Throw<ArgumentException>(() => actions.Add([Two, One]));
        Should.Throw<ArgumentException>(() => actions.Add([Two, new IdentityId(Two.ToString("B"))]));

        actions.Count.ShouldBe(1);
        actions.Add(Two).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Every_action_goes_into_its_own_list()
    {
        using var groups = new ScriptedGroups(ScriptedHandler.Json("{}"));
        var number = 0;
        IdentityId Next() => new Guid(++number, 0, 0, new byte[8]);
        IEnumerable<IdentityId> Several() => [Next()];

        await groups.Client.Memberships.ActAsync(
            One,
            new MembershipActions()
                .Accept(Next(), "r").Accept(Several()).Add(Next(), GroupRole.Admin, "r").Add(Several()).Approve(Next(), "r").Approve(Several())
                .ChangeRole(Next(), GroupRole.Manager).ChangeRole(Several(), GroupRole.Member).Decline(Next(), "r").Decline(Several())
                .Invite(Next(), GroupRole.Manager, "a@example.org", "r").Invite(Several()).Join(Next()).Join(Several()).Leave(Next(), "r").Leave(Several())
                .Reject(Next(), "r").Reject(Several()).Remove(Next(), "r").Remove(Several()).RequestJoin(Next()).RequestJoin(Several()),
            Cancellation);

        var body = JsonNode.Parse(groups.Sent.Body)!.AsObject();
        body.Select(static list => list.Key).ShouldBe(
            ["accept", "add", "approve", "change_role", "decline", "invite", "join", "leave", "reject", "remove", "request_join"], ignoreOrder: true);
        body.ShouldAllBe(static list => list.Value!.AsArray().Count == 2);
        body["invite"]![0]!.ToJsonString().ShouldBe($$"""{"identity_id":"{{new Guid(11, 0, 0, new byte[8])}}","role":"manager","status_reason":"r","invite_email_address":"a@example.org"}""");
        body["add"]![1]!["role"]!.GetValue<string>().ShouldBe("member");
        body["join"]![0]!.AsObject().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_operation_groups_can_be_substituted()
    {
        var groups = Substitute.For<GroupsClient>();
        groups.Memberships.AddAsync(One, Two, cancellationToken: Arg.Any<CancellationToken>()).Returns(new GroupMembership { IdentityId = Two });
        groups.Policies.GetAsync(One, Arg.Any<CancellationToken>()).Returns(new GroupPolicies { JoinRequests = true });
        groups.Preferences.GetAsync(Arg.Any<CancellationToken>()).Returns(new Dictionary<IdentityId, GroupPreferences>());

        (await groups.Memberships.AddAsync(One, Two, cancellationToken: Cancellation)).IdentityId.ShouldBe(Two);
        (await groups.Policies.GetAsync(One, Cancellation)).JoinRequests.ShouldBe(true);
        (await groups.Preferences.GetAsync(Cancellation)).ShouldBeEmpty();
    }

    private static async Task<MembershipActionResult> AddAsync(string answer, params IEnumerable<Guid> identities)
    {
        using var groups = new ScriptedGroups(ScriptedHandler.Json(answer));
        return await groups.Client.Memberships.ActAsync(One, new MembershipActions().Add(identities.Select(IdentityId.FromGuid)), Cancellation);
    }
}
