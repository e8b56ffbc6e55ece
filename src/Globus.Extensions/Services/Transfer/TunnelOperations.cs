using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Tunnels between stream access points. The service is in its beta stage. Thread-safe, and as long-lived as its client.</summary>
public class TunnelOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected TunnelOperations()
    {
    }

    internal TunnelOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Lists the caller's tunnels: <c>GET /v2/tunnels</c>.</summary>
    /// <param name="pageSize">How many to ask for at once. Default: as many as the service likes.</param>
    /// <returns>The tunnels.</returns>
    /// <exception cref="ArgumentException">The page size is not positive.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual GlobusPageable<Tunnel> ListAsync(int? pageSize = null)
    {
        TransferArguments.PageSize(pageSize, int.MaxValue, nameof(pageSize));
        return TransferPages.ByLink(Connection, "v2/tunnels", new TransferQuery().Add("page[limit]", pageSize), JsonApiShapes.Tunnel);
    }

    /// <summary>Gets one tunnel: <c>GET /v2/tunnels/{tunnel_id}</c>.</summary>
    /// <param name="id">The tunnel.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tunnel.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<Tunnel> GetAsync(TunnelId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/tunnels/" + PathSegment.Of(id.Value, nameof(id)), TransferAnswers.JsonApiDocument, JsonApiShapes.Tunnel.Read, cancellationToken);

    /// <summary>Creates a tunnel: <c>POST /v2/tunnels</c>.</summary>
    /// <remarks>The submission id makes it happen once: it is sent again after failures, and the caller may send the same request again too.</remarks>
    /// <param name="creation">What the tunnel shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tunnel as it was created.</returns>
    /// <exception cref="ArgumentException">An id is empty, the lifetime is not a positive number of whole minutes, the port is none, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual Task<Tunnel> CreateAsync(TunnelCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        creation.Check(nameof(creation));
        return Connection.SendAsync(
            HttpMethod.Post,
            "v2/tunnels",
            JsonApiShapes.Tunnel.Body(creation, TransferRequestJsonContext.Default.TunnelCreation, creation.AdditionalFields),
            RequestReplay.Harmless,
            TransferAnswers.JsonApiDocument,
            JsonApiShapes.Tunnel.Read,
            cancellationToken);
    }

    /// <summary>Changes a tunnel: <c>PATCH /v2/tunnels/{tunnel_id}</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="id">The tunnel.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tunnel as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route, the state is another than <see cref="TunnelState.Stopping"/>, the port is none, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<Tunnel> UpdateAsync(TunnelId id, TunnelUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check(nameof(update));
        return Connection.SendAsync(
            HttpMethod.Patch,
            "v2/tunnels/" + PathSegment.Of(id.Value, nameof(id)),
            JsonApiShapes.Tunnel.Body(update, TransferRequestJsonContext.Default.TunnelUpdate, update.AdditionalFields),
            TransferAnswers.JsonApiDocument,
            JsonApiShapes.Tunnel.Read,
            cancellationToken);
    }

    /// <summary>Asks a tunnel to stop: <c>PATCH /v2/tunnels/{tunnel_id}</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="id">The tunnel.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tunnel as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<Tunnel> StopAsync(TunnelId id, CancellationToken cancellationToken = default) =>
        UpdateAsync(id, new TunnelUpdate { State = TunnelState.Stopping }, cancellationToken);

    /// <summary>Deletes a tunnel, which has to be stopped: <c>DELETE /v2/tunnels/{tunnel_id}</c>.</summary>
    /// <param name="id">The tunnel.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), it is not stopped (409), or the service answered with another error.</exception>
    public virtual Task DeleteAsync(TunnelId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync("v2/tunnels/" + PathSegment.Of(id.Value, nameof(id)), cancellationToken);

    /// <summary>Lists the events of a tunnel: <c>GET /v2/tunnels/{tunnel_id}/events</c>.</summary>
    /// <param name="id">The tunnel.</param>
    /// <param name="filter">Which events. Default: all.</param>
    /// <param name="pageSize">How many to ask for at once. Default: as many as the service likes.</param>
    /// <returns>The events.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route, or the page size is not positive.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual GlobusPageable<TunnelEvent> ListEventsAsync(TunnelId id, TunnelEventFilter? filter = null, int? pageSize = null)
    {
        TransferArguments.PageSize(pageSize, int.MaxValue, nameof(pageSize));
        return TransferPages.ByLink(
            Connection,
            $"v2/tunnels/{PathSegment.Of(id.Value, nameof(id))}/events",
            (filter?.ToQuery() ?? new TransferQuery()).Add("page[limit]", pageSize),
            JsonApiShapes.TunnelEvent);
    }
}
