using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Roles that people and groups have on endpoints. Thread-safe, and as long-lived as its client.</summary>
public class EndpointRoleOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected EndpointRoleOperations()
    {
    }

    internal EndpointRoleOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets the roles on an endpoint: <c>GET /v0.10/endpoint/{endpoint_id}/role_list</c>.</summary>
    /// <param name="endpointId">The endpoint or collection.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyList<EndpointRole>> GetAllAsync(EndpointId endpointId, CancellationToken cancellationToken = default) =>
        Connection.GetAsync($"v0.10/endpoint/{PathSegment.Of(endpointId.Value, nameof(endpointId))}/role_list", TransferAnswers.EndpointRoleList, static list => list.Items, cancellationToken);

    /// <summary>Gets one role: <c>GET /v0.10/endpoint/{endpoint_id}/role/{role_id}</c>.</summary>
    /// <param name="endpointId">The endpoint or collection.</param>
    /// <param name="id">The role.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The role.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<EndpointRole> GetAsync(EndpointId endpointId, EndpointRoleId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync($"v0.10/endpoint/{PathSegment.Of(endpointId.Value, nameof(endpointId))}/role/{PathSegment.Of(id.Value, nameof(id))}", TransferAnswers.EndpointRole, cancellationToken);

    /// <summary>Gives a role: <c>POST /v0.10/endpoint/{endpoint_id}/role</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="endpointId">The endpoint or collection.</param>
    /// <param name="creation">The role, and who gets it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The role as it was given.</returns>
    /// <exception cref="ArgumentException">An id is empty, or would lead to another route, the role is for something other than one identity or group, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">The caller may not (403), they have it already (409), or the service answered with another error.</exception>
    public virtual Task<EndpointRole> CreateAsync(EndpointId endpointId, EndpointRoleCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        creation.Check(nameof(creation));
        return Connection.SendAsync(
            HttpMethod.Post,
            $"v0.10/endpoint/{PathSegment.Of(endpointId.Value, nameof(endpointId))}/role",
            TransferBody.Of(creation, TransferRequestJsonContext.Default.EndpointRoleCreation, creation.AdditionalFields),
            RequestReplay.ByMethod,
            TransferAnswers.EndpointRole,
            cancellationToken);
    }

    /// <summary>Takes a role away: <c>DELETE /v0.10/endpoint/{endpoint_id}/role/{role_id}</c>.</summary>
    /// <param name="endpointId">The endpoint or collection.</param>
    /// <param name="id">The role.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<TransferResult?> DeleteAsync(EndpointId endpointId, EndpointRoleId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync($"v0.10/endpoint/{PathSegment.Of(endpointId.Value, nameof(endpointId))}/role/{PathSegment.Of(id.Value, nameof(id))}", TransferAnswers.TransferResult, static result => result, cancellationToken);
}
