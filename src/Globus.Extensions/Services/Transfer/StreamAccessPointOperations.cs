using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Stream access points, the ends of tunnels. The service is in its beta stage. Thread-safe, and as long-lived as its client.</summary>
public class StreamAccessPointOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected StreamAccessPointOperations()
    {
    }

    internal StreamAccessPointOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Lists stream access points: <c>GET /v2/stream_access_points</c>.</summary>
    /// <param name="filter">Which of them. Default: all.</param>
    /// <param name="pageSize">How many to ask for at once. Default: as many as the service likes.</param>
    /// <returns>The stream access points.</returns>
    /// <exception cref="ArgumentException">The page size is not positive.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual GlobusPageable<StreamAccessPoint> ListAsync(StreamAccessPointFilter? filter = null, int? pageSize = null)
    {
        TransferArguments.PageSize(pageSize, int.MaxValue, nameof(pageSize));
        return TransferPages.ByLink(
            Connection, "v2/stream_access_points", (filter?.ToQuery() ?? new TransferQuery()).Add("page[limit]", pageSize), JsonApiShapes.StreamAccessPoint);
    }

    /// <summary>Gets one stream access point: <c>GET /v2/stream_access_points/{stream_access_point_id}</c>.</summary>
    /// <param name="id">The stream access point.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The stream access point.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<StreamAccessPoint> GetAsync(StreamAccessPointId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            "v2/stream_access_points/" + PathSegment.Of(id.Value, nameof(id)), TransferAnswers.JsonApiDocument, JsonApiShapes.StreamAccessPoint.Read, cancellationToken);
}
