using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Access rules: who may read or write which folder of a guest collection. Thread-safe, and as long-lived as its client.</summary>
public class AccessRuleOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected AccessRuleOperations()
    {
    }

    internal AccessRuleOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets the access rules of a collection: <c>GET /v0.10/endpoint/{endpoint_id}/access_list</c>.</summary>
    /// <param name="endpointId">The endpoint or collection.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them, also those that roles imply: the service sends them at once.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyList<AccessRule>> GetAllAsync(EndpointId endpointId, CancellationToken cancellationToken = default) =>
        Connection.GetAsync($"v0.10/endpoint/{PathSegment.Of(endpointId.Value, nameof(endpointId))}/access_list", TransferAnswers.AccessRuleList, static list => list.Items, cancellationToken);

    /// <summary>Gets one access rule: <c>GET /v0.10/endpoint/{endpoint_id}/access/{rule_id}</c>.</summary>
    /// <param name="endpointId">The endpoint or collection.</param>
    /// <param name="id">The rule.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<AccessRule> GetAsync(EndpointId endpointId, AccessRuleId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync($"v0.10/endpoint/{PathSegment.Of(endpointId.Value, nameof(endpointId))}/access/{PathSegment.Of(id.Value, nameof(id))}", TransferAnswers.AccessRule, cancellationToken);

    /// <summary>Creates an access rule: <c>POST /v0.10/endpoint/{endpoint_id}/access</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="endpointId">The endpoint or collection.</param>
    /// <param name="creation">What the rule shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The id of the rule.</returns>
    /// <exception cref="ArgumentException">An id is empty, or would lead to another route, the path does not begin with a slash, the rule is for an identity or group that is not named or for everyone and someone named, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">The caller may not (403), the rule exists (409), or the service answered with another error.</exception>
    public virtual Task<CreatedAccessRule> CreateAsync(EndpointId endpointId, AccessRuleCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        creation.Check(nameof(creation));
        return Connection.SendAsync(
            HttpMethod.Post,
            $"v0.10/endpoint/{PathSegment.Of(endpointId.Value, nameof(endpointId))}/access",
            TransferBody.Of(creation, TransferRequestJsonContext.Default.AccessRuleCreation, creation.AdditionalFields),
            RequestReplay.ByMethod,
            TransferAnswers.CreatedAccessRule,
            cancellationToken);
    }

    /// <summary>Changes an access rule: <c>PUT /v0.10/endpoint/{endpoint_id}/access/{rule_id}</c>.</summary>
    /// <param name="endpointId">The endpoint or collection.</param>
    /// <param name="id">The rule; not one that a role implies.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ArgumentException">An id is empty, or would lead to another route, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<TransferResult> UpdateAsync(EndpointId endpointId, AccessRuleId id, AccessRuleUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Connection.SendAsync(
            HttpMethod.Put,
            $"v0.10/endpoint/{PathSegment.Of(endpointId.Value, nameof(endpointId))}/access/{PathSegment.Of(id.Value, nameof(id))}",
            TransferBody.Of(update, TransferRequestJsonContext.Default.AccessRuleUpdate, update.AdditionalFields),
            RequestReplay.ByMethod,
            TransferAnswers.TransferResult,
            cancellationToken);
    }

    /// <summary>Deletes an access rule: <c>DELETE /v0.10/endpoint/{endpoint_id}/access/{rule_id}</c>.</summary>
    /// <param name="endpointId">The endpoint or collection.</param>
    /// <param name="id">The rule; not one that a role implies.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<TransferResult?> DeleteAsync(EndpointId endpointId, AccessRuleId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync($"v0.10/endpoint/{PathSegment.Of(endpointId.Value, nameof(endpointId))}/access/{PathSegment.Of(id.Value, nameof(id))}", TransferAnswers.TransferResult, static result => result, cancellationToken);
}
