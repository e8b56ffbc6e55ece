using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Services.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>
/// Every operation of Globus Transfer in <c>shared/reference/api-surface.json</c>, and each that only other clients have, has a method of ours, a route
/// of the emulator, and a test that calls the one through the other.
/// </summary>
public sealed class TransferSurfaceTests
{
    private static readonly AuthSurfaceRow[] Rows =
    [
        new("get_endpoint", Name(typeof(EndpointOperations), nameof(EndpointOperations.GetAsync)), Name(typeof(EndpointRoundTripTests), nameof(EndpointRoundTripTests.A_collection_is_read_with_its_servers))),
        new("update_endpoint", Name(typeof(EndpointOperations), nameof(EndpointOperations.UpdateAsync)), Name(typeof(EndpointRoundTripTests), nameof(EndpointRoundTripTests.A_personal_collection_is_created_changed_and_deleted))),
        new("set_subscription_id", Name(typeof(EndpointOperations), nameof(EndpointOperations.SetSubscriptionAsync)), Name(typeof(EndpointRoundTripTests), nameof(EndpointRoundTripTests.A_collection_is_put_under_a_subscription_and_vouched_for))),
        new("set_subscription_admin_verified", Name(typeof(EndpointOperations), nameof(EndpointOperations.SetSubscriptionAdminVerifiedAsync)), Name(typeof(EndpointRoundTripTests), nameof(EndpointRoundTripTests.A_collection_is_put_under_a_subscription_and_vouched_for))),
        new("delete_endpoint", Name(typeof(EndpointOperations), nameof(EndpointOperations.DeleteAsync)), Name(typeof(EndpointRoundTripTests), nameof(EndpointRoundTripTests.A_personal_collection_is_created_changed_and_deleted))),
        new("endpoint_search", Name(typeof(EndpointOperations), nameof(EndpointOperations.SearchAsync)), Name(typeof(EndpointRoundTripTests), nameof(EndpointRoundTripTests.Collections_are_searched_page_by_page))),
        new("my_effective_pause_rule_list", Name(typeof(EndpointOperations), nameof(EndpointOperations.GetMyEffectivePauseRulesAsync)), Name(typeof(PauseRuleRoundTripTests), nameof(PauseRuleRoundTripTests.A_pause_rule_is_created_read_listed_changed_and_deleted))),
        new("my_shared_endpoint_list", Name(typeof(SharedEndpointOperations), nameof(SharedEndpointOperations.GetMineAsync)), Name(typeof(SharedEndpointRoundTripTests), nameof(SharedEndpointRoundTripTests.A_guest_collection_is_created_and_listed))),
        new("get_shared_endpoint_list", Name(typeof(SharedEndpointOperations), nameof(SharedEndpointOperations.ListAsync)), Name(typeof(SharedEndpointRoundTripTests), nameof(SharedEndpointRoundTripTests.A_guest_collection_is_created_and_listed))),
        new("create_shared_endpoint", Name(typeof(SharedEndpointOperations), nameof(SharedEndpointOperations.CreateAsync)), Name(typeof(SharedEndpointRoundTripTests), nameof(SharedEndpointRoundTripTests.A_guest_collection_is_created_and_listed))),
        new("endpoint_server_list", Name(typeof(EndpointOperations), nameof(EndpointOperations.GetServersAsync)), Name(typeof(EndpointRoundTripTests), nameof(EndpointRoundTripTests.A_collection_is_read_with_its_servers))),
        new("get_endpoint_server", Name(typeof(EndpointOperations), nameof(EndpointOperations.GetServerAsync)), Name(typeof(EndpointRoundTripTests), nameof(EndpointRoundTripTests.A_collection_is_read_with_its_servers))),
        new("endpoint_role_list", Name(typeof(EndpointRoleOperations), nameof(EndpointRoleOperations.GetAllAsync)), Name(typeof(EndpointRoleRoundTripTests), nameof(EndpointRoleRoundTripTests.A_role_is_given_read_listed_and_taken_away))),
        new("add_endpoint_role", Name(typeof(EndpointRoleOperations), nameof(EndpointRoleOperations.CreateAsync)), Name(typeof(EndpointRoleRoundTripTests), nameof(EndpointRoleRoundTripTests.A_role_is_given_read_listed_and_taken_away))),
        new("get_endpoint_role", Name(typeof(EndpointRoleOperations), nameof(EndpointRoleOperations.GetAsync)), Name(typeof(EndpointRoleRoundTripTests), nameof(EndpointRoleRoundTripTests.A_role_is_given_read_listed_and_taken_away))),
        new("delete_endpoint_role", Name(typeof(EndpointRoleOperations), nameof(EndpointRoleOperations.DeleteAsync)), Name(typeof(EndpointRoleRoundTripTests), nameof(EndpointRoleRoundTripTests.A_role_is_given_read_listed_and_taken_away))),
        new("endpoint_acl_list", Name(typeof(AccessRuleOperations), nameof(AccessRuleOperations.GetAllAsync)), Name(typeof(AccessRuleRoundTripTests), nameof(AccessRuleRoundTripTests.A_rule_is_created_read_listed_changed_and_deleted))),
        new("get_endpoint_acl_rule", Name(typeof(AccessRuleOperations), nameof(AccessRuleOperations.GetAsync)), Name(typeof(AccessRuleRoundTripTests), nameof(AccessRuleRoundTripTests.A_rule_is_created_read_listed_changed_and_deleted))),
        new("add_endpoint_acl_rule", Name(typeof(AccessRuleOperations), nameof(AccessRuleOperations.CreateAsync)), Name(typeof(AccessRuleRoundTripTests), nameof(AccessRuleRoundTripTests.A_rule_is_created_read_listed_changed_and_deleted))),
        new("update_endpoint_acl_rule", Name(typeof(AccessRuleOperations), nameof(AccessRuleOperations.UpdateAsync)), Name(typeof(AccessRuleRoundTripTests), nameof(AccessRuleRoundTripTests.A_rule_is_created_read_listed_changed_and_deleted))),
        new("delete_endpoint_acl_rule", Name(typeof(AccessRuleOperations), nameof(AccessRuleOperations.DeleteAsync)), Name(typeof(AccessRuleRoundTripTests), nameof(AccessRuleRoundTripTests.A_rule_is_created_read_listed_changed_and_deleted))),
        new("bookmark_list", Name(typeof(BookmarkOperations), nameof(BookmarkOperations.GetAllAsync)), Name(typeof(BookmarkRoundTripTests), nameof(BookmarkRoundTripTests.A_bookmark_is_created_read_listed_renamed_and_deleted))),
        new("create_bookmark", Name(typeof(BookmarkOperations), nameof(BookmarkOperations.CreateAsync)), Name(typeof(BookmarkRoundTripTests), nameof(BookmarkRoundTripTests.A_bookmark_is_created_read_listed_renamed_and_deleted))),
        new("get_bookmark", Name(typeof(BookmarkOperations), nameof(BookmarkOperations.GetAsync)), Name(typeof(BookmarkRoundTripTests), nameof(BookmarkRoundTripTests.A_bookmark_is_created_read_listed_renamed_and_deleted))),
        new("update_bookmark", Name(typeof(BookmarkOperations), nameof(BookmarkOperations.UpdateAsync)), Name(typeof(BookmarkRoundTripTests), nameof(BookmarkRoundTripTests.A_bookmark_is_created_read_listed_renamed_and_deleted))),
        new("delete_bookmark", Name(typeof(BookmarkOperations), nameof(BookmarkOperations.DeleteAsync)), Name(typeof(BookmarkRoundTripTests), nameof(BookmarkRoundTripTests.A_bookmark_is_created_read_listed_renamed_and_deleted))),
        new("operation_ls", Name(typeof(FileOperations), nameof(FileOperations.ListAsync)), Name(typeof(FileRoundTripTests), nameof(FileRoundTripTests.A_directory_is_made_listed_renamed_and_linked_to))),
        new("operation_mkdir", Name(typeof(FileOperations), nameof(FileOperations.CreateDirectoryAsync)), Name(typeof(FileRoundTripTests), nameof(FileRoundTripTests.A_directory_is_made_listed_renamed_and_linked_to))),
        new("operation_rename", Name(typeof(FileOperations), nameof(FileOperations.RenameAsync)), Name(typeof(FileRoundTripTests), nameof(FileRoundTripTests.A_directory_is_made_listed_renamed_and_linked_to))),
        new("operation_stat", Name(typeof(FileOperations), nameof(FileOperations.StatAsync)), Name(typeof(FileRoundTripTests), nameof(FileRoundTripTests.A_directory_is_made_listed_renamed_and_linked_to))),
        new("get_submission_id", Name(typeof(TransferClient), nameof(TransferClient.GetSubmissionIdAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_transfer_is_submitted_watched_listed_read_and_removed))),
        new("submit_transfer", Name(typeof(TransferClient), nameof(TransferClient.SubmitTransferAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_transfer_is_submitted_watched_listed_read_and_removed))),
        new("submit_delete", Name(typeof(TransferClient), nameof(TransferClient.SubmitDeleteAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_deletion_is_submitted_renamed_while_it_is_held_and_carried_out))),
        new("task_list", Name(typeof(TaskOperations), nameof(TaskOperations.ListAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_transfer_is_submitted_watched_listed_read_and_removed))),
        new("task_event_list", Name(typeof(TaskOperations), nameof(TaskOperations.ListEventsAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_transfer_is_submitted_watched_listed_read_and_removed))),
        new("get_task", Name(typeof(TaskOperations), nameof(TaskOperations.GetAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_deletion_is_submitted_renamed_while_it_is_held_and_carried_out))),
        new("update_task", Name(typeof(TaskOperations), nameof(TaskOperations.UpdateAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_deletion_is_submitted_renamed_while_it_is_held_and_carried_out))),
        new("cancel_task", Name(typeof(TaskOperations), nameof(TaskOperations.CancelAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_transfer_is_submitted_watched_listed_read_and_removed))),
        new("task_pause_info", Name(typeof(TaskOperations), nameof(TaskOperations.GetPauseInfoAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_transfer_is_submitted_watched_listed_read_and_removed))),
        new("task_successful_transfers", Name(typeof(TaskOperations), nameof(TaskOperations.ListSuccessfulTransfersAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_transfer_is_submitted_watched_listed_read_and_removed))),
        new("task_skipped_errors", Name(typeof(TaskOperations), nameof(TaskOperations.ListSkippedErrorsAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_transfer_is_submitted_watched_listed_read_and_removed))),
        new("endpoint_manager_monitored_endpoints", Name(typeof(EndpointManagerOperations), nameof(EndpointManagerOperations.GetMonitoredEndpointsAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_reads_them_and_what_they_host))),
        new("endpoint_manager_hosted_endpoint_list", Name(typeof(EndpointManagerOperations), nameof(EndpointManagerOperations.GetHostedEndpointsAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_reads_them_and_what_they_host))),
        new("endpoint_manager_get_endpoint", Name(typeof(EndpointManagerOperations), nameof(EndpointManagerOperations.GetEndpointAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_reads_them_and_what_they_host))),
        new("endpoint_manager_acl_list", Name(typeof(EndpointManagerOperations), nameof(EndpointManagerOperations.GetAccessRulesAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_reads_them_and_what_they_host))),
        new("endpoint_manager_task_list", Name(typeof(ManagedTaskOperations), nameof(ManagedTaskOperations.ListAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_sees_a_task_and_what_became_of_it))),
        new("endpoint_manager_get_task", Name(typeof(ManagedTaskOperations), nameof(ManagedTaskOperations.GetAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_sees_a_task_and_what_became_of_it))),
        new("endpoint_manager_task_event_list", Name(typeof(ManagedTaskOperations), nameof(ManagedTaskOperations.ListEventsAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_sees_a_task_and_what_became_of_it))),
        new("endpoint_manager_task_pause_info", Name(typeof(ManagedTaskOperations), nameof(ManagedTaskOperations.GetPauseInfoAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_sees_a_task_and_what_became_of_it))),
        new("endpoint_manager_task_successful_transfers", Name(typeof(ManagedTaskOperations), nameof(ManagedTaskOperations.ListSuccessfulTransfersAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_sees_a_task_and_what_became_of_it))),
        new("endpoint_manager_task_skipped_errors", Name(typeof(ManagedTaskOperations), nameof(ManagedTaskOperations.ListSkippedErrorsAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_sees_a_task_and_what_became_of_it))),
        new("endpoint_manager_cancel_tasks", Name(typeof(ManagedTaskOperations), nameof(ManagedTaskOperations.CancelAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_pauses_resumes_and_cancels_tasks))),
        new("endpoint_manager_cancel_status", Name(typeof(ManagedTaskOperations), nameof(ManagedTaskOperations.GetCancellationAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_pauses_resumes_and_cancels_tasks))),
        new("endpoint_manager_pause_tasks", Name(typeof(ManagedTaskOperations), nameof(ManagedTaskOperations.PauseAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_pauses_resumes_and_cancels_tasks))),
        new("endpoint_manager_resume_tasks", Name(typeof(ManagedTaskOperations), nameof(ManagedTaskOperations.ResumeAsync)), Name(typeof(EndpointManagerRoundTripTests), nameof(EndpointManagerRoundTripTests.Who_manages_endpoints_pauses_resumes_and_cancels_tasks))),
        new("endpoint_manager_pause_rule_list", Name(typeof(PauseRuleOperations), nameof(PauseRuleOperations.GetAllAsync)), Name(typeof(PauseRuleRoundTripTests), nameof(PauseRuleRoundTripTests.A_pause_rule_is_created_read_listed_changed_and_deleted))),
        new("endpoint_manager_create_pause_rule", Name(typeof(PauseRuleOperations), nameof(PauseRuleOperations.CreateAsync)), Name(typeof(PauseRuleRoundTripTests), nameof(PauseRuleRoundTripTests.A_pause_rule_is_created_read_listed_changed_and_deleted))),
        new("endpoint_manager_get_pause_rule", Name(typeof(PauseRuleOperations), nameof(PauseRuleOperations.GetAsync)), Name(typeof(PauseRuleRoundTripTests), nameof(PauseRuleRoundTripTests.A_pause_rule_is_created_read_listed_changed_and_deleted))),
        new("endpoint_manager_update_pause_rule", Name(typeof(PauseRuleOperations), nameof(PauseRuleOperations.UpdateAsync)), Name(typeof(PauseRuleRoundTripTests), nameof(PauseRuleRoundTripTests.A_pause_rule_is_created_read_listed_changed_and_deleted))),
        new("endpoint_manager_delete_pause_rule", Name(typeof(PauseRuleOperations), nameof(PauseRuleOperations.DeleteAsync)), Name(typeof(PauseRuleRoundTripTests), nameof(PauseRuleRoundTripTests.A_pause_rule_is_created_read_listed_changed_and_deleted))),
        new("create_tunnel", Name(typeof(TunnelOperations), nameof(TunnelOperations.CreateAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("update_tunnel", Name(typeof(TunnelOperations), nameof(TunnelOperations.UpdateAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("get_tunnel", Name(typeof(TunnelOperations), nameof(TunnelOperations.GetAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("delete_tunnel", Name(typeof(TunnelOperations), nameof(TunnelOperations.DeleteAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("list_tunnels", Name(typeof(TunnelOperations), nameof(TunnelOperations.ListAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("get_stream_access_point", Name(typeof(StreamAccessPointOperations), nameof(StreamAccessPointOperations.GetAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.Stream_access_points_are_listed_and_read))),
        new("get_tunnel_events", Name(typeof(TunnelOperations), nameof(TunnelOperations.ListEventsAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("v2.create_tunnel", Name(typeof(TunnelOperations), nameof(TunnelOperations.CreateAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("v2.update_tunnel", Name(typeof(TunnelOperations), nameof(TunnelOperations.UpdateAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("v2.get_tunnel", Name(typeof(TunnelOperations), nameof(TunnelOperations.GetAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("v2.delete_tunnel", Name(typeof(TunnelOperations), nameof(TunnelOperations.DeleteAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("v2.list_tunnels", Name(typeof(TunnelOperations), nameof(TunnelOperations.ListAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("v2.get_tunnel_events", Name(typeof(TunnelOperations), nameof(TunnelOperations.ListEventsAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.A_tunnel_is_created_once_read_listed_changed_stopped_and_deleted))),
        new("v2.get_stream_access_point", Name(typeof(StreamAccessPointOperations), nameof(StreamAccessPointOperations.GetAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.Stream_access_points_are_listed_and_read))),
        new("v2.list_stream_access_points", Name(typeof(StreamAccessPointOperations), nameof(StreamAccessPointOperations.ListAsync)), Name(typeof(TunnelRoundTripTests), nameof(TunnelRoundTripTests.Stream_access_points_are_listed_and_read))),
        new("v2.create_bookmark", Name(typeof(BookmarkV2Operations), nameof(BookmarkV2Operations.CreateAsync)), Name(typeof(BookmarkRoundTripTests), nameof(BookmarkRoundTripTests.A_bookmark_of_version_2_is_created_read_listed_changed_and_deleted))),
        new("v2.update_bookmark", Name(typeof(BookmarkV2Operations), nameof(BookmarkV2Operations.UpdateAsync)), Name(typeof(BookmarkRoundTripTests), nameof(BookmarkRoundTripTests.A_bookmark_of_version_2_is_created_read_listed_changed_and_deleted))),
        new("v2.get_bookmark", Name(typeof(BookmarkV2Operations), nameof(BookmarkV2Operations.GetAsync)), Name(typeof(BookmarkRoundTripTests), nameof(BookmarkRoundTripTests.A_bookmark_of_version_2_is_created_read_listed_changed_and_deleted))),
        new("v2.delete_bookmark", Name(typeof(BookmarkV2Operations), nameof(BookmarkV2Operations.DeleteAsync)), Name(typeof(BookmarkRoundTripTests), nameof(BookmarkRoundTripTests.A_bookmark_of_version_2_is_created_read_listed_changed_and_deleted))),
        new("v2.list_bookmarks", Name(typeof(BookmarkV2Operations), nameof(BookmarkV2Operations.ListAsync)), Name(typeof(BookmarkRoundTripTests), nameof(BookmarkRoundTripTests.A_bookmark_of_version_2_is_created_read_listed_changed_and_deleted))),

        // What only other clients of Globus have.
        new("create_endpoint", Name(typeof(EndpointOperations), nameof(EndpointOperations.CreateAsync)), Name(typeof(EndpointRoundTripTests), nameof(EndpointRoundTripTests.A_personal_collection_is_created_changed_and_deleted))),
        new("remove", Name(typeof(TaskOperations), nameof(TaskOperations.RemoveAsync)), Name(typeof(TaskRoundTripTests), nameof(TaskRoundTripTests.A_transfer_is_submitted_watched_listed_read_and_removed))),
        new("symlink", Name(typeof(FileOperations), nameof(FileOperations.CreateSymlinkAsync)), Name(typeof(FileRoundTripTests), nameof(FileRoundTripTests.A_directory_is_made_listed_renamed_and_linked_to))),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_operation_of_the_reference_has_a_method_and_a_test()
    {
        var present = Operations().Select(static operation => operation.Key).ToList();
        var broken = Rows.Select(Problem).OfType<string>().ToList();
        var covered = Rows.Where(static row => Problem(row) is null).Select(static row => row.Operation).ToHashSet(StringComparer.Ordinal);

        TestContext.Current.TestOutputHelper?.WriteLine($"api-surface.json, operations of transfer: {present.Count(covered.Contains)} of {present.Count}");
        broken.ShouldBeEmpty();
        present.Except(covered, StringComparer.Ordinal).ShouldBeEmpty();
        Rows.Select(static row => row.Operation).Except(present, StringComparer.Ordinal).ShouldBeEmpty();
        Rows.Select(static row => row.Operation).ShouldBeUnique();
        present.Count.ShouldBe(83);
    }

    [Fact]
    public async Task Every_operation_of_the_reference_has_a_route_of_the_emulator()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var transfer = globus.Provide().GetRequiredService<TransferClient>();
        var without = new List<string>();
        var present = 0;

        foreach (var (key, method, path) in Operations())
        {
            present++;
            using var request = new HttpRequestMessage(method, WithIds(path));
            request.Content = method == HttpMethod.Get ? null : new StringContent("{}", Encoding.UTF8, "application/json");
            if (await Record.ExceptionAsync(() => transfer.SendAsync(request, Cancellation)) is TransferApiException exception
                && (exception.StatusCode == HttpStatusCode.MethodNotAllowed || exception.Message.Contains("The emulator has no such resource", StringComparison.Ordinal)))
            {
                without.Add(key);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"operations of transfer with a route of the emulator: {present - without.Count} of {present}");
        without.ShouldBeEmpty();
    }

    private static IEnumerable<(string Key, HttpMethod Method, string Path)> Operations()
    {
        var surface = JsonNode.Parse(File.ReadAllBytes(SharedFolder.File("reference", "api-surface.json")))!;
        foreach (var operation in surface["operations"]!.AsArray().Where(static operation => operation!["service"]!.GetValue<string>() == "transfer"))
        {
            var prefix = operation!["client"]!.GetValue<string>() == "TransferClientV2" ? "v2." : "";
            yield return (prefix + operation["method"], new HttpMethod(operation["http_method"]!.GetValue<string>()), operation["path_template"]!.GetValue<string>());
        }

        yield return ("create_endpoint", HttpMethod.Post, "/v0.10/endpoint");
        yield return ("remove", HttpMethod.Post, "/v0.10/task/{task_id}/remove");
        yield return ("symlink", HttpMethod.Post, "/v0.10/operation/endpoint/{endpoint_id}/symlink");
    }

    private static string Name(Type type, string method) => $"{type.Name}.{method}";

    private static string? Problem(AuthSurfaceRow row) =>
        !Exists(typeof(TransferClient).Assembly, row.Method, static method => method.IsPublic) ? $"{row.Operation}: there is no method {row.Method}"
        : !Exists(typeof(TransferSurfaceTests).Assembly, row.Test, static method => method.IsDefined(typeof(FactAttribute), inherit: true)) ? $"{row.Operation}: there is no test {row.Test}"
        : null;

    private static bool Exists(Assembly assembly, string name, Func<MethodInfo, bool> isRight) =>
        assembly.GetTypes().Where(type => type.Name == name.Split('.')[0]).SelectMany(static type => type.GetMethods()).Any(method => method.Name == name.Split('.')[1] && isRight(method));

    private static string WithIds(string template) =>
        string.Join('/', template.Split('/').Select(static segment => segment.StartsWith('{') ? ManagedTransfer.First.Value : segment));
}
