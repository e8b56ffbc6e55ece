using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Collections and endpoints: read, their servers, and the search.</summary>
internal sealed class EndpointEndpoints(TransferAccess access, CollectionGate gate, EndpointPresenter presenter, EndpointSearch search) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string One = EmulatorPaths.Transfer + "/v0.10/endpoint/{id}";
        routes.MapGet(One, access.Route(Get));
        routes.MapGet(One + "/server_list", access.Route(ListServers));
        routes.MapGet(One + "/server/{server}", access.Route(GetServer));
        routes.MapGet(EmulatorPaths.Transfer + "/v0.10/endpoint_search", access.Route(search.Run));
    }

    private RequestDelegate Get(TransferCall call) => gate.TryFind(call, call.Id(), out var collection, out var refusal)
        ? TransferAnswers.Ok(presenter.Present(collection, call.Caller.Id), TransferJsonContext.Default.EndpointDocument)
        : refusal;

    private RequestDelegate ListServers(TransferCall call) => gate.TryFind(call, call.Id(), out var collection, out var refusal)
        ? TransferAnswers.Ok(
            new ServerList(presenter.CanonicalName(collection), EndpointPresenter.ServersOf(collection)), TransferJsonContext.Default.ServerList)
        : refusal;

    private RequestDelegate GetServer(TransferCall call)
    {
        if (!gate.TryFind(call, call.Id(), out var collection, out var refusal))
        {
            return refusal;
        }

        var id = call.Context.Request.RouteValues["server"] as string;
        return EndpointPresenter.ServersOf(collection).FirstOrDefault(server => $"{server.Id}" == id) is { } found
            ? TransferAnswers.Ok(found, TransferJsonContext.Default.ServerDocument)
            : TransferAnswers.NotFound("ClientError.NotFound.ServerNotFound", $"The endpoint {collection.Id} has no server '{id}'.");
    }
}
