using System.Globalization;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>The guest collections of a host: the caller's, and all.</summary>
internal sealed class SharedEndpoints(
    TransferAccess access, CollectionGate gate, CollectionStore collections, CollectionPermissions permissions, EndpointPresenter presenter) : IEndpoints
{
    private const int MaxResults = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        const string One = EmulatorPaths.Transfer + "/v0.10/endpoint/{id}";
        routes.MapGet(One + "/my_shared_endpoint_list", access.Route(ListMine));
        routes.MapGet(One + "/shared_endpoint_list", access.Route(List));
    }

    private RequestDelegate ListMine(TransferCall call) => gate.TryFind(call, call.Id(), out var host, out var refusal)
        ? TransferAnswers.Ok(
            new DataList<EndpointDocument>(
                "endpoint_list",
                Present(call, Guests(host).Where(guest => permissions.HasRole(guest, call.Caller.Id, Role.AccessManager)))),
            TransferJsonContext.Default.DataListEndpointDocument)
        : refusal;

    /// <summary>Who administers or watches the host sees them all, others what they could find anyhow.</summary>
    private RequestDelegate List(TransferCall call)
    {
        if (!gate.TryFind(call, call.Id(), out var host, out var refusal))
        {
            return refusal;
        }

        var query = call.Context.Request.Query;
        if (!ListQuery<Collection>.TryReadNumber(query, "max_results", MaxResults, MaxResults, out var limit, out var problem)
            || !ListQuery<Collection>.TryReadNumber(query, "next_token", 0, int.MaxValue, out var start, out problem))
        {
            return TransferAnswers.BadRequest(problem);
        }

        if (limit == 0)
        {
            return TransferAnswers.BadRequest("max_results must be above 0.");
        }

        var seesAll = permissions.CanMonitor(host, call.Caller.Id);
        Collection[] guests = [.. Guests(host).Where(guest => seesAll || permissions.CanSee(guest, call.Caller.Id))];
        var next = start + limit < guests.Length ? (start + limit).ToString(CultureInfo.InvariantCulture) : null;
        return TransferAnswers.Ok(
            new SharedEndpointList(Present(call, guests.Skip(start).Take(limit)), next), TransferJsonContext.Default.SharedEndpointList);
    }

    private IEnumerable<Collection> Guests(Collection host) => collections.All.Where(other => other.IsGuest && other.HostId == host.Id);

    private IReadOnlyList<EndpointDocument> Present(TransferCall call, IEnumerable<Collection> guests) =>
        [.. guests.Select(guest => presenter.Present(guest, call.Caller.Id))];
}
