using System.Net;
using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>What is refused before anything is sent, and what the pipeline may do with a request.</summary>
public sealed class ManagementRulesTests
{
    private const string Tunnel = """{"data":{"type":"Tunnel","id":"t"}}""";

    private static readonly Guid Id = new("10000000-0000-4000-8000-000000000001");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<TransferClient, object>, string> Refused => new()
    {
        { "an id is empty", static transfer => transfer.Endpoints.GetAsync(default, Cancellation), "id" },
        { "an id leads elsewhere", static transfer => transfer.Endpoints.DeleteAsync(new EndpointId("../task"), Cancellation), "another route" },
        { "the id of a role leads elsewhere", static transfer => transfer.Roles.DeleteAsync(Id, new EndpointRoleId(".."), Cancellation), "another route" },
        { "the id of a tunnel is empty", static transfer => transfer.Tunnels.ListEventsAsync(default), "id" },
        { "a subscription is empty", static transfer => transfer.Endpoints.SetSubscriptionAsync(Id, default(SubscriptionId), Cancellation), "give null" },
        { "a number is not positive", static transfer => transfer.Endpoints.UpdateAsync(Id, new EndpointUpdate { MaxParallelism = 0 }, Cancellation), "MaxParallelism" },
        { "a field has a property", static transfer => transfer.Endpoints.UpdateAsync(Id, new EndpointUpdate { AdditionalFields = new JsonObject { ["Display_Name"] = "x" } }, Cancellation), "'Display_Name'" },
        { "a collection has no name", static transfer => transfer.Endpoints.CreateAsync(new GcpMappedCollectionCreation { DisplayName = " " }, Cancellation), "DisplayName" },
        { "nothing is looked for", static transfer => transfer.Endpoints.SearchAsync(new EndpointSearch { Scope = EndpointSearchScope.All, Fulltext = " " }), "Fulltext" },
        { "an owner of what is one's own", static transfer => transfer.Endpoints.SearchAsync(new EndpointSearch { Scope = EndpointSearchScope.SharedByMe, OwnerId = Id }), "'shared-by-me'" },
        { "a kind and whether it is functional", static transfer => transfer.Endpoints.SearchAsync(new EndpointSearch { Fulltext = "x", NonFunctional = true, EntityType = EndpointEntityType.Gcsv5Endpoint }), "not by both" },
        { "a page has nothing", static transfer => transfer.Endpoints.SearchAsync(new EndpointSearch { Fulltext = "x" }, pageSize: 0), "pageSize" },
        { "a page has too much", static transfer => transfer.Manager.Tasks.ListEventsAsync(Id, pageSize: 1001), "pageSize" },
        { "a page of tunnels has less than nothing", static transfer => transfer.Tunnels.ListAsync(-1), "pageSize" },
        { "a host is empty", static transfer => transfer.SharedEndpoints.CreateAsync(new GuestCollectionCreation { HostEndpointId = default, HostPath = "/", DisplayName = "x" }, Cancellation), "HostEndpointId" },
        { "a path of a host begins nowhere", static transfer => transfer.SharedEndpoints.CreateAsync(new GuestCollectionCreation { HostEndpointId = Id, HostPath = "data", DisplayName = "x" }, Cancellation), "'data'" },
        { "a role is for everyone", static transfer => transfer.Roles.CreateAsync(Id, new EndpointRoleCreation { PrincipalType = PrincipalType.Anonymous, Principal = "x", Role = EndpointRoleType.Administrator }, Cancellation), "'anonymous'" },
        { "a role is for nobody", static transfer => transfer.Roles.CreateAsync(Id, new EndpointRoleCreation { PrincipalType = PrincipalType.Identity, Principal = "", Role = EndpointRoleType.Administrator }, Cancellation), "Principal" },
        { "a rule's path is not absolute", static transfer => transfer.AccessRules.CreateAsync(Id, AccessRuleCreation.ForIdentity(Id, "~/data/", AccessPermissions.Read), Cancellation), "not absolute" },
        { "a rule is for an identity that is not named", static transfer => transfer.AccessRules.CreateAsync(Id, AccessRuleCreation.ForIdentity(default, "/", AccessPermissions.Read), Cancellation), "set Principal" },
        { "a rule for everyone names one", static transfer => transfer.AccessRules.CreateAsync(Id, AccessRuleCreation.ForAllAuthenticatedUsers("/", AccessPermissions.Read) with { Principal = "x" }, Cancellation), "leave Principal empty" },
        { "a rule allows nothing", static transfer => transfer.AccessRules.CreateAsync(Id, AccessRuleCreation.ForAnonymous("/", default), Cancellation), "Permissions" },
        { "a bookmark has no name", static transfer => transfer.Bookmarks.CreateAsync(new BookmarkCreation { Name = "", EndpointId = Id, Path = "/" }, Cancellation), "Name" },
        { "a bookmark begins nowhere", static transfer => transfer.Bookmarks.CreateAsync(new BookmarkCreation { Name = "x", EndpointId = Id, Path = "data/" }, Cancellation), "'data/'" },
        { "a bookmark of version 2 has no collection", static transfer => transfer.BookmarksV2.CreateAsync(new BookmarkV2Creation { Name = "x", CollectionId = default, Path = "/" }, Cancellation), "CollectionId" },
        { "a bookmark of version 2 loses its path", static transfer => transfer.BookmarksV2.UpdateAsync(Id, new BookmarkV2Update { Name = "x", Path = "" }, Cancellation), "Path" },
        { "a pause rule says nothing", static transfer => transfer.PauseRules.CreateAsync(new PauseRuleCreation { EndpointId = Id, Message = " " }, Cancellation), "Message" },
        { "too many tasks are named", static transfer => transfer.Manager.Tasks.ListAsync(new ManagedTaskFilter { TaskIds = [.. Enumerable.Repeat(TransferTaskId.FromGuid(Id), 51)] }), "At most 50" },
        { "tasks are named and filtered", static transfer => transfer.Manager.Tasks.ListAsync(new ManagedTaskFilter { TaskIds = [Id], MinFaults = 1 }), "cannot be filtered" },
        { "a use has no endpoint", static transfer => transfer.Manager.Tasks.ListAsync(new ManagedTaskFilter { EndpointUse = EndpointUse.Source }), "set EndpointId" },
        { "a time ends before it begins", static transfer => transfer.Manager.Tasks.ListAsync(new ManagedTaskFilter { CompletedFrom = DateTimeOffset.UnixEpoch, CompletedUntil = DateTimeOffset.MinValue }), "before" },
        { "faults are fewer than none", static transfer => transfer.Manager.Tasks.ListAsync(new ManagedTaskFilter { MinFaults = -1 }), "MinFaults" },
        { "no task is cancelled", static transfer => transfer.Manager.Tasks.CancelAsync([], "enough", Cancellation), "at least one" },
        { "nobody is told why", static transfer => transfer.Manager.Tasks.PauseAsync([Id], "", Cancellation), "message" },
        { "a task to resume is empty", static transfer => transfer.Manager.Tasks.ResumeAsync([Id, default], Cancellation), "empty" },
        { "the interval of waiting is none", static transfer => transfer.Manager.Tasks.WaitForCancellationAsync(1, TimeSpan.Zero, Cancellation), "pollingInterval" },
        { "the interval of waiting has no end", static transfer => transfer.Manager.Tasks.WaitForCancellationAsync(1, TimeSpan.MaxValue, Cancellation), "pollingInterval" },
        { "a tunnel ends nowhere", static transfer => transfer.Tunnels.CreateAsync(NewTunnel with { ListenerId = default }, Cancellation), "ListenerId" },
        { "a tunnel lives half a minute", static transfer => transfer.Tunnels.CreateAsync(NewTunnel with { Lifetime = TimeSpan.FromSeconds(30) }, Cancellation), "whole minutes" },
        { "a tunnel's submission is empty", static transfer => transfer.Tunnels.CreateAsync(NewTunnel with { SubmissionId = default }, Cancellation), "SubmissionId" },
        { "a tunnel's label is too long", static transfer => transfer.Tunnels.UpdateAsync(Id, new TunnelUpdate { Label = new string('x', 129) }, Cancellation), "label" },
        { "a port is none", static transfer => transfer.Tunnels.UpdateAsync(Id, new TunnelUpdate { ListenerPort = 65536 }, Cancellation), "ListenerPort" },
        { "a tunnel is put into a state", static transfer => transfer.Tunnels.UpdateAsync(Id, new TunnelUpdate { State = TunnelState.AwaitingListener }, Cancellation), "'AWAITING_LISTENER'" },
        { "an end of a tunnel is a further field", static transfer => transfer.Tunnels.CreateAsync(NewTunnel with { AdditionalFields = new JsonObject { ["listener_id"] = "x" } }, Cancellation), "'listener_id'" },
    };

    private static TunnelCreation NewTunnel => new() { InitiatorId = Id, ListenerId = Id };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_the_service_would_refuse_or_misread(string what, Func<TransferClient, object> call, string message)
    {
        using var script = new ScriptedTransfer();

        var exception = await Should.ThrowAsync<ArgumentException>(async () => await ((call(script.Client) as Task) ?? Task.CompletedTask), what);

        exception.Message.ShouldContain(message);
        script.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_creation_of_a_tunnel_is_sent_again_with_the_same_submission()
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Status(HttpStatusCode.InternalServerError), ScriptedHandler.Json(Tunnel), ScriptedHandler.Json(Tunnel));
        var creation = NewTunnel;

        await script.Client.Tunnels.CreateAsync(creation, Cancellation);
        await script.Client.Tunnels.CreateAsync(creation, Cancellation);

        script.Sent.Select(static request => request.Body).Distinct().ShouldHaveSingleItem().ShouldContain(creation.SubmissionId.Value);
        script.Sent.Count.ShouldBe(3);
        NewTunnel.SubmissionId.ShouldNotBe(creation.SubmissionId);
    }

    [Fact]
    public void The_submission_of_a_tunnel_is_a_uuid_of_version_1_that_tells_the_time_and_no_machine()
    {
        creationsOf(1000).Select(static id => id.ToString()).Distinct().Count().ShouldBe(1000);
        foreach (var id in creationsOf(20))
        {
            id.Version.ShouldBe(1);
            (id.Variant & 0b1100).ShouldBe(0b1000);
            (id.ToByteArray(bigEndian: true)[10] & 1).ShouldBe(1);
            var text = id.ToString("N");
            var ticks = Convert.ToInt64(text[13..16] + text[8..12] + text[..8], 16);
            (new DateTimeOffset(1582, 10, 15, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks) - TimeProvider.System.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
        }

        static IEnumerable<Guid> creationsOf(int count) => Enumerable.Range(0, count).Select(static _ => Guid.Parse(NewTunnel.SubmissionId.Value));
    }

    [Fact]
    public async Task What_would_be_done_twice_is_not_sent_again()
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Status(HttpStatusCode.InternalServerError));

        await Should.ThrowAsync<TransferApiException>(() => script.Client.AccessRules.CreateAsync(Id, AccessRuleCreation.ForAnonymous("/", AccessPermissions.Read), Cancellation));

        script.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_an_earlier_attempt_deleted_is_deleted()
    {
        using var script = new ScriptedTransfer(
            ScriptedHandler.Status(HttpStatusCode.InternalServerError),
            ScriptedHandler.Json("""{"code":"BookmarkNotFound"}""", HttpStatusCode.NotFound),
            ScriptedHandler.Status(HttpStatusCode.BadGateway),
            ScriptedHandler.Json("""{"code":"NotFound"}""", HttpStatusCode.NotFound));

        (await script.Client.Bookmarks.DeleteAsync(Id, Cancellation)).ShouldBeNull();
        await script.Client.Tunnels.DeleteAsync(Id, Cancellation);

        script.Sent.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Waits_until_the_cancelling_of_tasks_is_done()
    {
        using var script = new ScriptedTransfer(
            ScriptedHandler.Json("""{"DATA_TYPE":"admin_cancel","id":17,"done":false}"""),
            ScriptedHandler.Json("""{"DATA_TYPE":"admin_cancel","id":17,"done":false}"""),
            ScriptedHandler.Json("""{"DATA_TYPE":"admin_cancel","id":17,"done":true}"""));

        (await script.Client.Manager.Tasks.WaitForCancellationAsync(17, cancellationToken: Cancellation)).Done.ShouldBe(true);

        script.Sent.Select(static request => request.Uri.AbsolutePath).Distinct().ShouldBe(["/v0.10/endpoint_manager/admin_cancel/17"]);
        script.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public void Nobody_reads_a_setup_key_in_a_log()
    {
        new Endpoint { Id = Id, DisplayName = "laptop", GlobusConnectSetupKey = "MARKER" }.ToString().ShouldNotContain("MARKER");
        new CreatedEndpoint { Id = Id, GlobusConnectSetupKey = "MARKER" }.ToString().ShouldNotContain("MARKER");
    }
}
