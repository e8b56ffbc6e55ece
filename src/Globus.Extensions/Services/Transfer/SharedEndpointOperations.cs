using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Guest collections of Globus Connect Personal. Thread-safe, and as long-lived as its client.</summary>
public class SharedEndpointOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected SharedEndpointOperations()
    {
    }

    internal SharedEndpointOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets the guest collections on a host that the caller administers or gives access to: <c>GET /v0.10/endpoint/{endpoint_id}/my_shared_endpoint_list</c>.</summary>
    /// <param name="hostId">The collection that hosts them.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyList<Endpoint>> GetMineAsync(EndpointId hostId, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            $"v0.10/endpoint/{PathSegment.Of(hostId.Value, nameof(hostId))}/my_shared_endpoint_list", TransferAnswers.EndpointList, static list => list.Items, cancellationToken);

    /// <summary>Lists all guest collections on a host: <c>GET /v0.10/endpoint/{endpoint_id}/shared_endpoint_list</c>.</summary>
    /// <param name="hostId">The collection that hosts them.</param>
    /// <param name="pageSize">How many to ask for at once. Default: as many as the service likes.</param>
    /// <returns>The guest collections, often with little more than their ids.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route, or the page size is not positive.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual GlobusPageable<Endpoint> ListAsync(EndpointId hostId, int? pageSize = null)
    {
        TransferArguments.PageSize(pageSize, int.MaxValue, nameof(pageSize));
        return TransferPages.ByNextToken(
            Connection,
            $"v0.10/endpoint/{PathSegment.Of(hostId.Value, nameof(hostId))}/shared_endpoint_list",
            new TransferQuery().Add("max_results", pageSize),
            TransferAnswers.EndpointList);
    }

    /// <summary>Creates a guest collection: <c>POST /v0.10/shared_endpoint</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="creation">What the collection shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The id of the collection.</returns>
    /// <exception cref="ArgumentException">The host or the name is empty, the path does not begin with a slash or a tilde, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">The host does not exist (404), there is one on this path already (409), or the service answered with another error.</exception>
    public virtual Task<CreatedEndpoint> CreateAsync(GuestCollectionCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        creation.Check(nameof(creation));
        return Connection.SendAsync(
            HttpMethod.Post,
            "v0.10/shared_endpoint",
            TransferBody.Of(creation, TransferRequestJsonContext.Default.GuestCollectionCreation, creation.AdditionalFields),
            RequestReplay.ByMethod,
            TransferAnswers.CreatedEndpoint,
            cancellationToken);
    }
}
