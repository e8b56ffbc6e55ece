using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>
/// The operations of the Transfer client that are about something else than tasks and files of one's own, by the names that the conformance
/// data has for them. Each gives its answer back as JSON, a list as the array of its items.
/// </summary>
internal static class ManagementCalls
{
    private static readonly Dictionary<string, Func<TransferClient, ManagementArguments, Task<JsonNode?>>> ByName = new(StringComparer.Ordinal)
    {
        ["get_endpoint"] = static async (transfer, call) => Write(await transfer.Endpoints.GetAsync(new EndpointId(call.Id), Cancellation), TransferAnswers.Endpoint),
        ["update_endpoint"] = static async (transfer, call) => Write(
            await transfer.Endpoints.UpdateAsync(
                new EndpointId(call.Id), new EndpointUpdate { DisplayName = call.Member("display_name") is { IsSet: true } name ? name.Value : null, Description = call.Member("description") }, Cancellation),
            TransferAnswers.TransferResult),
        ["set_subscription_id"] = static async (transfer, call) => Write(
            await transfer.Endpoints.SetSubscriptionAsync(
                new EndpointId(call.Id), call.Member("subscription_id") is { IsSet: true } id ? id.Value is { } value ? new SubscriptionId(value) : null : SubscriptionId.Default, Cancellation),
            TransferAnswers.TransferResult),
        ["set_subscription_admin_verified"] = static async (transfer, call) => Write(
            await transfer.Endpoints.SetSubscriptionAdminVerifiedAsync(new EndpointId(call.Id), isVerified: true, Cancellation), TransferAnswers.TransferResult),
        ["endpoint_search"] = static async (transfer, call) => await ListAsync(
            transfer.Endpoints.SearchAsync(new EndpointSearch { Fulltext = call.Text("filter_fulltext") }), TransferAnswers.Endpoint),
        ["endpoint_server_list"] = static async (transfer, call) => Write(await transfer.Endpoints.GetServersAsync(new EndpointId(call.Id), Cancellation), TransferAnswers.EndpointServer),
        ["get_shared_endpoint_list"] = static async (transfer, call) => await ListAsync(transfer.SharedEndpoints.ListAsync(new EndpointId(call.Id)), TransferAnswers.Endpoint),
        ["endpoint_manager_task_list"] = static async (transfer, call) => await ListAsync(transfer.Manager.Tasks.ListAsync(FilterOf(call)), TransferAnswers.TransferTask),
        ["endpoint_manager_task_event_list"] = static async (transfer, call) => await ListAsync(
            transfer.Manager.Tasks.ListEventsAsync(new TransferTaskId(call.ManagedId), call.Text("filter_is_error") switch { "1" => true, "0" => false, _ => null }), TransferJsonContext.Default.TaskEvent),
        ["create_tunnel"] = static async (transfer, call) => Write(await transfer.Tunnels.CreateAsync(call.NewTunnel(), Cancellation), TransferAnswers.Tunnel),
        ["get_tunnel"] = static async (transfer, call) => Write(await transfer.Tunnels.GetAsync(new TunnelId(call.Id), Cancellation), TransferAnswers.Tunnel),
        ["update_tunnel"] = static async (transfer, call) => Write(await transfer.Tunnels.UpdateAsync(new TunnelId(call.Id), call.TunnelChange(), Cancellation), TransferAnswers.Tunnel),
        ["list_tunnels"] = static async (transfer, _) => await ListAsync(transfer.Tunnels.ListAsync(), TransferAnswers.Tunnel),
        ["get_tunnel_events"] = static async (transfer, call) => await ListAsync(transfer.Tunnels.ListEventsAsync(new TunnelId(call.Id)), TransferAnswers.TunnelEvent),
        ["v2/list_stream_access_points"] = static async (transfer, _) => await ListAsync(transfer.StreamAccessPoints.ListAsync(), TransferAnswers.StreamAccessPoint),
        ["get_stream_access_point"] = static async (transfer, call) => Write(await transfer.StreamAccessPoints.GetAsync(new StreamAccessPointId(call.Id), Cancellation), TransferAnswers.StreamAccessPoint),
        ["v2/create_bookmark"] = static async (transfer, call) => Write(await transfer.BookmarksV2.CreateAsync(call.NewBookmark(), Cancellation), TransferAnswers.BookmarkV2),
        ["v2/get_bookmark"] = static async (transfer, call) => Write(await transfer.BookmarksV2.GetAsync(new BookmarkId(call.Id), call.Text("include") == "collection", Cancellation), TransferAnswers.BookmarkV2),
        ["v2/update_bookmark"] = static async (transfer, call) => Write(await transfer.BookmarksV2.UpdateAsync(new BookmarkId(call.Id), call.BookmarkChange(), Cancellation), TransferAnswers.BookmarkV2),
        ["v2/list_bookmarks"] = static async (transfer, call) => await ListAsync(transfer.BookmarksV2.ListAsync(call.Text("include") == "collection"), TransferAnswers.BookmarkV2),
        ["v2/delete_bookmark"] = static async (transfer, call) =>
        {
            await transfer.BookmarksV2.DeleteAsync(new BookmarkId(call.Id), Cancellation);
            return null;
        },
        ["delete_tunnel"] = static async (transfer, call) =>
        {
            await transfer.Tunnels.DeleteAsync(new TunnelId(call.Id), Cancellation);
            return null;
        },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Finds the call of a file such as <c>v2/get_tunnel</c>: both versions of the reference's client have the same tunnels.</summary>
    public static Func<TransferClient, ManagementArguments, Task<JsonNode?>>? Find(string operation) =>
        ByName.GetValueOrDefault(operation) ?? (operation.StartsWith("v2/", StringComparison.Ordinal) ? ByName.GetValueOrDefault(operation[3..]) : null);

    private static ManagedTaskFilter FilterOf(ManagementArguments call) => new()
    {
        Statuses = call.Text("filter_status")?.Split(',').Select(static status => new TransferTaskStatus(status)).ToList(),
        TaskIds = call.Text("filter_task_id")?.Split(',').Select(static id => new TransferTaskId(id)).ToList(),
        OwnerId = call.Text("filter_owner_id") is { } owner ? new IdentityId(owner) : null,
        EndpointId = call.Text("filter_endpoint") is { } endpoint ? new EndpointId(endpoint) : null,
        EndpointUse = call.Text("filter_endpoint_use") is { } use ? new EndpointUse(use) : null,
        IsPaused = call.Text("filter_is_paused") is { } paused ? bool.Parse(paused) : null,
        CompletedFrom = TimeOf(call, 0),
        CompletedUntil = TimeOf(call, 1),
        MinFaults = call.Text("filter_min_faults") is { } faults ? int.Parse(faults, CultureInfo.InvariantCulture) : null,
        LocalUser = call.Text("filter_local_user"),
    };

    private static DateTimeOffset? TimeOf(ManagementArguments call, int index) =>
        call.Text("filter_completion_time")?.Split(',')[index] is { Length: > 0 } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static async Task<JsonNode?> ListAsync<T>(GlobusPageable<T> list, JsonTypeInfo<T> typeInfo)
    {
        var items = new List<T>();
        await foreach (var item in list.WithCancellation(Cancellation))
        {
            items.Add(item);
        }

        return Write(items, typeInfo);
    }

    private static JsonArray Write<T>(IEnumerable<T> items, JsonTypeInfo<T> typeInfo) => [.. items.Select(item => Write(item, typeInfo))];

    private static JsonNode? Write<T>(T answer, JsonTypeInfo<T> typeInfo) => JsonSerializer.SerializeToNode(answer, typeInfo);
}
