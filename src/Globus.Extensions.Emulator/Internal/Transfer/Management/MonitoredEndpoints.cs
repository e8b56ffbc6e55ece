using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.AccessRules;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>The collections and endpoints on which the caller has an activity role, what they host, and who may use them.</summary>
internal sealed class MonitoredEndpoints(
    TransferAccess access,
    CollectionGate gate,
    CollectionStore collections,
    CollectionPermissions permissions,
    EndpointPresenter presenter,
    AccessRuleBook rules) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Transfer + "/v0.10/endpoint_manager/";
        routes.MapGet(Root + "monitored_endpoints", access.Route(call => List(
            call, collections.All.Where(collection => permissions.HasRole(collection, call.Caller.Id, Role.ActivityManager, Role.ActivityMonitor)))));
        routes.MapGet(Root + "endpoint/{id}", access.Route(call => With(call, collection =>
            TransferAnswers.Ok(presenter.Present(collection, call.Caller.Id), TransferJsonContext.Default.EndpointDocument))));
        routes.MapGet(Root + "endpoint/{id}/hosted_endpoint_list", access.Route(call => With(call, collection => ListHosted(call, collection))));
        routes.MapGet(Root + "endpoint/{id}/access_list", access.Route(call => With(call, ListRules)));
    }

    private RequestDelegate List(TransferCall call, IEnumerable<Collection> found) => TransferAnswers.Ok(
        new DataList<EndpointDocument>("endpoint_list", [.. found.Select(collection => presenter.Present(collection, call.Caller.Id))]),
        TransferJsonContext.Default.DataListEndpointDocument);

    private RequestDelegate ListHosted(TransferCall call, Collection host) => host.IsGuest
        ? TransferAnswers.Conflict($"The endpoint {host.Id} is no host.")
        : List(call, collections.All.Where(other => other.HostId == host.Id));

    private RequestDelegate ListRules(Collection collection) => collection.IsGuest
        ? TransferAnswers.Ok(
            new DataList<AccessRuleDocument>("access_list", rules.Of(collection)), TransferJsonContext.Default.DataListAccessRuleDocument)
        : TransferAnswers.NotSupported($"{collection.Id} is no guest collection; only these have access rules.");

    private RequestDelegate With(TransferCall call, Func<Collection, RequestDelegate> handler) =>
        !gate.TryFind(call, call.Id(), out var collection, out var refusal) ? refusal
        : !permissions.CanMonitor(collection, call.Caller.Id) ? TransferAnswers.PermissionDenied($"You have no activity role on the endpoint {collection.Id}.")
        : handler(collection);
}
