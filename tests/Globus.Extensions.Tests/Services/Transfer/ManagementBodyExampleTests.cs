using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>The bodies and queries that <c>api-surface.json</c> gives as examples.</summary>
public sealed class ManagementBodyExampleTests
{
    private const string Answer = """{"DATA_TYPE":"result","code":"Updated","id":1,"data":{"type":"Tunnel","id":"t"}}""";

    private static readonly Guid Id = new("10000000-0000-4000-8000-000000000001");

    private static readonly Dictionary<string, Func<TransferClient, JsonObject, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["set_subscription_id"] = static (transfer, body) => transfer.Endpoints.SetSubscriptionAsync(Id, new SubscriptionId(body["subscription_id"]!.GetValue<string>()), Cancellation),
        ["set_subscription_admin_verified"] = static (transfer, body) => transfer.Endpoints.SetSubscriptionAdminVerifiedAsync(Id, body["subscription_admin_verified"]!.GetValue<bool>(), Cancellation),
        ["endpoint_manager_cancel_tasks"] = static (transfer, body) => transfer.Manager.Tasks.CancelAsync(TasksOf(body), body["message"]!.GetValue<string>(), Cancellation),
        ["endpoint_manager_pause_tasks"] = static (transfer, body) => transfer.Manager.Tasks.PauseAsync(TasksOf(body), body["message"]!.GetValue<string>(), Cancellation),
        ["endpoint_manager_resume_tasks"] = static (transfer, body) => transfer.Manager.Tasks.ResumeAsync(TasksOf(body), Cancellation),
    };

    private static readonly Dictionary<string, Func<TransferClient, ManagementArguments, Task>> Payloads = new(StringComparer.Ordinal)
    {
        ["CreateTunnelData"] = static (transfer, payload) => transfer.Tunnels.CreateAsync(payload.NewTunnel(), Cancellation),
        ["TunnelCreateDocument"] = static (transfer, payload) => transfer.Tunnels.CreateAsync(payload.NewTunnel(), Cancellation),
        ["TunnelUpdateDocument"] = static (transfer, payload) => transfer.Tunnels.UpdateAsync(Id, payload.TunnelChange(), Cancellation),
        ["BookmarkCreateDocument"] = static (transfer, payload) => transfer.BookmarksV2.CreateAsync(payload.NewBookmark(), Cancellation),
        ["BookmarkUpdateDocument"] = static (transfer, payload) => transfer.BookmarksV2.UpdateAsync(Id, payload.BookmarkChange(), Cancellation),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_example_of_a_body_is_what_we_send()
    {
        var checks = 0;
        foreach (var operation in Surface()["operations"]!.AsArray().Where(static operation =>
            operation!["service"]!.GetValue<string>() == "transfer" && Calls.ContainsKey(operation["method"]!.GetValue<string>())))
        {
            checks++;
            var example = operation!["body"]!["example_minimal"]!.AsObject();
            using var script = new ScriptedTransfer(ScriptedHandler.Json(Answer));

            await Calls[operation["method"]!.GetValue<string>()](script.Client, example);

            script.OnlySent.Method.Method.ShouldBe(operation["http_method"]!.GetValue<string>());
            JsonNode.DeepEquals(JsonNode.Parse(script.OnlySent.Body), example).ShouldBeTrue(script.OnlySent.Body);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"api-surface.json, plain bodies around endpoints: {checks} of {Calls.Count}");
        checks.ShouldBe(Calls.Count);
    }

    [Fact]
    public async Task Every_example_of_a_payload_is_what_we_send()
    {
        var checks = 0;
        foreach (var payload in Surface()["payload_types"]!.AsArray().Where(static payload => Payloads.ContainsKey(payload!["name"]!.GetValue<string>())))
        {
            foreach (var example in (string[])["minimal_json", "full_json"])
            {
                checks++;
                var expected = payload![example]!.AsObject();
                using var script = new ScriptedTransfer(ScriptedHandler.Json(Answer.Replace("Tunnel", payload["name"]!.GetValue<string>().Contains("Tunnel", StringComparison.Ordinal) ? "Tunnel" : "Bookmark", StringComparison.Ordinal)));

                await Payloads[payload["name"]!.GetValue<string>()](script.Client, new ManagementArguments("", [], expected, []));

                var sent = JsonNode.Parse(script.OnlySent.Body)!;
                Forget(sent, expected); // The one helper that makes no id of its own has a client that does.
                JsonNode.DeepEquals(sent, expected).ShouldBeTrue($"{payload["name"]}: {script.OnlySent.Body} instead of {expected.ToJsonString()}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"api-surface.json, payloads of JSON:API: {checks} of {2 * Payloads.Count}");
        checks.ShouldBe(2 * Payloads.Count);
    }

    [Fact]
    public async Task Every_document_of_version_0_10_is_sent_with_what_was_set()
    {
        var until = new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await ShouldSendAsync(
            static transfer => transfer.Endpoints.CreateAsync(new GcpMappedCollectionCreation { DisplayName = "laptop", Public = false, SubscriptionId = SubscriptionId.Default }, Cancellation),
            """{"DATA_TYPE":"endpoint","is_globus_connect":true,"display_name":"laptop","public":false,"subscription_id":"DEFAULT"}""");
        await ShouldSendAsync(
            static transfer => transfer.Endpoints.UpdateAsync(Id, new EndpointUpdate { DisplayName = "n", Description = null, Keywords = "a,b", NetworkUse = NetworkUse.Custom, MaxConcurrency = 4, AdditionalFields = new JsonObject { ["gcp_paused"] = true } }, Cancellation),
            """{"display_name":"n","description":null,"keywords":"a,b","network_use":"custom","max_concurrency":4,"gcp_paused":true}""");
        await ShouldSendAsync(
            static transfer => transfer.Endpoints.SetSubscriptionAsync(Id, null, Cancellation), """{"subscription_id":null}""");
        await ShouldSendAsync(
            static transfer => transfer.SharedEndpoints.CreateAsync(new GuestCollectionCreation { HostEndpointId = Id, HostPath = "/~/share", DisplayName = "shared" }, Cancellation),
            $$"""{"DATA_TYPE":"shared_endpoint","host_endpoint_id":"{{Id}}","host_path":"/~/share","display_name":"shared"}""");
        await ShouldSendAsync(
            static transfer => transfer.Roles.CreateAsync(Id, new EndpointRoleCreation { PrincipalType = PrincipalType.Group, Principal = "g", Role = EndpointRoleType.ActivityMonitor }, Cancellation),
            """{"principal_type":"group","principal":"g","role":"activity_monitor"}""");
        await ShouldSendAsync(
            transfer => transfer.AccessRules.CreateAsync(Id, AccessRuleCreation.ForIdentity(Id, "/data/", AccessPermissions.ReadWrite) with { ExpirationDate = until, NotifyEmail = "ada@example.org" }, Cancellation),
            $$"""{"DATA_TYPE":"access","path":"/data/","permissions":"rw","principal_type":"identity","principal":"{{Id}}","expiration_date":"2027-01-02T03:04:05+00:00","notify_email":"ada@example.org"}""");
        await ShouldSendAsync(
            static transfer => transfer.AccessRules.CreateAsync(Id, AccessRuleCreation.ForAnonymous("/", AccessPermissions.Read), Cancellation),
            """{"DATA_TYPE":"access","path":"/","permissions":"r","principal_type":"anonymous","principal":""}""");
        await ShouldSendAsync(
            static transfer => transfer.AccessRules.UpdateAsync(Id, new AccessRuleId("r"), new AccessRuleUpdate { Permissions = AccessPermissions.Read, ExpirationDate = null }, Cancellation),
            """{"permissions":"r","expiration_date":null}""");
        await ShouldSendAsync(
            static transfer => transfer.Bookmarks.CreateAsync(new BookmarkCreation { Name = "b", EndpointId = Id, Path = "/data/" }, Cancellation),
            $$"""{"name":"b","endpoint_id":"{{Id}}","path":"/data/"}""");
        await ShouldSendAsync(static transfer => transfer.Bookmarks.UpdateAsync(Id, new BookmarkUpdate { Name = "c" }, Cancellation), """{"name":"c"}""");
        await ShouldSendAsync(
            transfer => transfer.PauseRules.CreateAsync(new PauseRuleCreation { EndpointId = Id, Message = "repairs", IdentityId = Id, StartTime = until, PauseLs = false }, Cancellation),
            $$"""{"DATA_TYPE":"pause_rule","endpoint_id":"{{Id}}","message":"repairs","identity_id":"{{Id}}","start_time":"2027-01-02T03:04:05+00:00","pause_ls":false}""");
        await ShouldSendAsync(
            static transfer => transfer.PauseRules.UpdateAsync(Id, new PauseRuleUpdate { Message = "soon", PauseTaskTransferWrite = true }, Cancellation), """{"message":"soon","pause_task_transfer_write":true}""");
    }

    [Fact]
    public async Task Every_filter_is_encoded_as_the_service_has_it()
    {
        await ShouldAskAsync(
            transfer => transfer.Endpoints.SearchAsync(new EndpointSearch { Fulltext = "a b", Scope = EndpointSearchScope.RecentlyUsed, OwnerId = Id, HostEndpointId = Id, NonFunctional = false }, pageSize: 5).AsPages(cancellationToken: Cancellation),
            $"filter_fulltext=a b|filter_scope=recently-used|filter_owner_id={Id}|filter_host_endpoint={Id}|filter_non_functional=0|limit=5");
        await ShouldAskAsync(
            static transfer => transfer.Endpoints.SearchAsync(new EndpointSearch { Scope = EndpointSearchScope.MyGcpEndpoints, EntityType = EndpointEntityType.GcpMappedCollection }).AsPages(cancellationToken: Cancellation),
            "filter_scope=my-gcp-endpoints|filter_entity_type=GCP_mapped_collection|limit=100");
        await ShouldAskAsync(static transfer => transfer.SharedEndpoints.ListAsync(Id, 5).AsPages(cancellationToken: Cancellation), "max_results=5");
        await ShouldAskAsync(
            transfer => transfer.Manager.Tasks.ListAsync(
                new ManagedTaskFilter
                {
                    Statuses = [TransferTaskStatus.Active, TransferTaskStatus.Inactive],
                    OwnerId = Id,
                    EndpointId = Id,
                    EndpointUse = EndpointUse.Destination,
                    IsPaused = true,
                    CompletedFrom = new DateTimeOffset(2020, 8, 25, 2, 0, 0, TimeSpan.FromHours(2)),
                    MinFaults = 0,
                    LocalUser = "ada",
                },
                pageSize: 7).AsPages(cancellationToken: Cancellation),
            $"filter_status=ACTIVE,INACTIVE|filter_owner_id={Id}|filter_endpoint={Id}|filter_endpoint_use=destination|filter_is_paused=True|filter_completion_time=2020-08-25T00:00:00,|filter_min_faults=0|filter_local_user=ada|limit=7");
        await ShouldAskAsync(static transfer => transfer.StreamAccessPoints.ListAsync(new StreamAccessPointFilter { Fulltext = "x", EndpointAdmin = true }, 3).AsPages(cancellationToken: Cancellation), "filter[fulltext]=x|filter[endpoint_admin]=true|page[limit]=3");
        await ShouldAskAsync(static transfer => transfer.Tunnels.ListEventsAsync(Id, new TunnelEventFilter { Code = "STARTED", IsError = false }).AsPages(cancellationToken: Cancellation), "filter[code_name]=STARTED|filter[is_error]=false");
        await ShouldAskAsync(static transfer => transfer.BookmarksV2.ListAsync(includeCollection: true, pageSize: 2).AsPages(cancellationToken: Cancellation), "include=collection|page[limit]=2");
    }

    private static IEnumerable<TransferTaskId> TasksOf(JsonObject body) => body["task_id_list"]!.AsArray().Select(static id => new TransferTaskId(id!.GetValue<string>()));

    private static async Task ShouldSendAsync(Func<TransferClient, Task> call, string body)
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json("""{"id":"x","access_id":"x","code":"Done"}"""));
        await call(script.Client);
        JsonNode.DeepEquals(JsonNode.Parse(script.OnlySent.Body), JsonNode.Parse(body)).ShouldBeTrue($"{script.OnlySent.Body} instead of {body}");
    }

    private static async Task ShouldAskAsync<T>(Func<TransferClient, IAsyncEnumerable<GlobusPage<T>>> list, string query)
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json("""{"DATA":[],"data":[],"shared_endpoints":[],"has_next_page":false}"""));
        await foreach (var page in list(script.Client).WithCancellation(Cancellation))
        {
            page.Items.ShouldBeEmpty();
        }

        string.Join('|', QueryHelpers.ParseQuery(script.OnlySent.Uri.Query).Select(static one => $"{one.Key}={one.Value}")).ShouldBe(query);
    }

    private static void Forget(JsonNode sent, JsonObject expected)
    {
        if (expected["data"]!["attributes"]!["submission_id"] is null)
        {
            sent["data"]!["attributes"]!.AsObject().Remove("submission_id");
        }
    }

    private static JsonNode Surface() => JsonNode.Parse(File.ReadAllBytes(SharedFolder.File("reference", "api-surface.json")))!;
}
