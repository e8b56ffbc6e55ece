using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Tasks and collections as those see them who manage endpoints. Thread-safe, and as long-lived as its client.</summary>
public class EndpointManagerOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected EndpointManagerOperations()
    {
    }

    internal EndpointManagerOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>The tasks on those endpoints.</summary>
    public virtual ManagedTaskOperations Tasks => field ??= new ManagedTaskOperations(Connection);

    /// <summary>Gets the endpoints that the caller manages or watches: <c>GET /v0.10/endpoint_manager/monitored_endpoints</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<Endpoint>> GetMonitoredEndpointsAsync(CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v0.10/endpoint_manager/monitored_endpoints", TransferAnswers.EndpointList, static list => list.Items, cancellationToken);

    /// <summary>Gets an endpoint that the caller manages: <c>GET /v0.10/endpoint_manager/endpoint/{endpoint_id}</c>.</summary>
    /// <param name="id">The endpoint or collection.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The endpoint or collection.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), it does not exist (404), or the service answered with another error.</exception>
    public virtual Task<Endpoint> GetEndpointAsync(EndpointId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync($"v0.10/endpoint_manager/endpoint/{PathSegment.Of(id.Value, nameof(id))}", TransferAnswers.Endpoint, cancellationToken);

    /// <summary>Gets the guest collections on an endpoint that the caller manages: <c>GET /v0.10/endpoint_manager/endpoint/{endpoint_id}/hosted_endpoint_list</c>.</summary>
    /// <param name="id">The endpoint or collection that hosts them.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), it does not exist (404), it is none that hosts (409), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyList<Endpoint>> GetHostedEndpointsAsync(EndpointId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            $"v0.10/endpoint_manager/endpoint/{PathSegment.Of(id.Value, nameof(id))}/hosted_endpoint_list", TransferAnswers.EndpointList, static list => list.Items, cancellationToken);

    /// <summary>Gets the access rules of an endpoint that the caller manages: <c>GET /v0.10/endpoint_manager/endpoint/{endpoint_id}/access_list</c>.</summary>
    /// <param name="id">The endpoint or collection.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), it does not exist (404), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyList<AccessRule>> GetAccessRulesAsync(EndpointId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            $"v0.10/endpoint_manager/endpoint/{PathSegment.Of(id.Value, nameof(id))}/access_list", TransferAnswers.AccessRuleList, static list => list.Items, cancellationToken);
}
