using System.Globalization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Endpoints and collections. Thread-safe, and as long-lived as its client.</summary>
public class EndpointOperations : GlobusOperations
{
    private const int MaxResults = 1000;
    private const int UsualPage = 100;

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected EndpointOperations()
    {
    }

    internal EndpointOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets an endpoint or collection: <c>GET /v0.10/endpoint/{endpoint_id}</c>.</summary>
    /// <param name="id">The endpoint or collection.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The endpoint or collection; its entity type tells which.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<Endpoint> GetAsync(EndpointId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v0.10/endpoint/" + PathSegment.Of(id.Value, nameof(id)), TransferAnswers.Endpoint, cancellationToken);

    /// <summary>Searches endpoints and collections: <c>GET /v0.10/endpoint_search</c>. The service gives the first 1000 at most.</summary>
    /// <param name="search">What to look for.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1000. Default: 100.</param>
    /// <returns>The endpoints and collections.</returns>
    /// <exception cref="ArgumentException">Two filters exclude each other, nothing narrows the search, or the page size is out of range.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual GlobusPageable<Endpoint> SearchAsync(EndpointSearch search, int? pageSize = null)
    {
        ArgumentNullException.ThrowIfNull(search);
        search.Check(nameof(search));
        return TransferPages.ByOffset(
            Connection,
            "v0.10/endpoint_search",
            search.ToQuery(),
            TransferAnswers.EndpointList,
            TransferArguments.PageSize(pageSize, MaxResults, nameof(pageSize)) ?? UsualPage,
            MaxResults);
    }

    /// <summary>Creates a collection of Globus Connect Personal: <c>POST /v0.10/endpoint</c>. Its computer is then set up with the key in the answer.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="creation">What the collection shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The id of the collection, and the setup key.</returns>
    /// <exception cref="ArgumentException">The name is blank, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual Task<CreatedEndpoint> CreateAsync(GcpMappedCollectionCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        TransferArguments.CheckNotEmpty(creation.DisplayName, nameof(creation.DisplayName), nameof(creation));
        return Connection.SendAsync(
            HttpMethod.Post,
            "v0.10/endpoint",
            TransferBody.Of(creation, TransferRequestJsonContext.Default.GcpMappedCollectionCreation, creation.AdditionalFields),
            RequestReplay.ByMethod,
            TransferAnswers.CreatedEndpoint,
            cancellationToken);
    }

    /// <summary>Changes an endpoint or collection: <c>PUT /v0.10/endpoint/{endpoint_id}</c>.</summary>
    /// <param name="id">The endpoint or collection.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route, a number is not positive, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<TransferResult> UpdateAsync(EndpointId id, EndpointUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check(nameof(update));
        return Connection.SendAsync(
            HttpMethod.Put,
            "v0.10/endpoint/" + PathSegment.Of(id.Value, nameof(id)),
            TransferBody.Of(update, TransferRequestJsonContext.Default.EndpointUpdate, update.AdditionalFields),
            RequestReplay.ByMethod,
            TransferAnswers.TransferResult,
            cancellationToken);
    }

    /// <summary>Puts a collection of Globus Connect Personal under a subscription, or takes it out of it: <c>PUT /v0.10/endpoint/{endpoint_id}/subscription</c>.</summary>
    /// <param name="id">The collection.</param>
    /// <param name="subscriptionId">The subscription, <see cref="SubscriptionId.Default"/> for the only one that the caller has, or <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ArgumentException">An id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The caller has several subscriptions, and none was named (400), the collection does not exist (404), or the service answered with another error.</exception>
    public virtual Task<TransferResult> SetSubscriptionAsync(EndpointId id, SubscriptionId? subscriptionId, CancellationToken cancellationToken = default)
    {
        if (subscriptionId is { Value.Length: 0 })
        {
            throw new ArgumentException("The id of the subscription is empty. For no subscription, give null.", nameof(subscriptionId));
        }

        return Connection.SendAsync(
            HttpMethod.Put,
            $"v0.10/endpoint/{PathSegment.Of(id.Value, nameof(id))}/subscription",
            JsonBody.Of(new SubscriptionChange(subscriptionId), TransferJsonContext.Default.SubscriptionChange),
            RequestReplay.ByMethod,
            TransferAnswers.TransferResult,
            cancellationToken);
    }

    /// <summary>Says whether the administrators of its subscription vouch for a collection: <c>PUT /v0.10/endpoint/{endpoint_id}/subscription_admin_verified</c>.</summary>
    /// <param name="id">The collection, which is under a subscription.</param>
    /// <param name="isVerified">Whether they do.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The caller may not (403), the collection does not exist (404), or the service answered with another error.</exception>
    public virtual Task<TransferResult> SetSubscriptionAdminVerifiedAsync(EndpointId id, bool isVerified, CancellationToken cancellationToken = default) =>
        Connection.SendAsync(
            HttpMethod.Put,
            $"v0.10/endpoint/{PathSegment.Of(id.Value, nameof(id))}/subscription_admin_verified",
            JsonBody.Of(new SubscriptionVerification(isVerified), TransferJsonContext.Default.SubscriptionVerification),
            RequestReplay.ByMethod,
            TransferAnswers.TransferResult,
            cancellationToken);

    /// <summary>Deletes an endpoint or collection: <c>DELETE /v0.10/endpoint/{endpoint_id}</c>.</summary>
    /// <param name="id">The endpoint or collection.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is deleted already (404), or the service answered with another error.</exception>
    public virtual Task<TransferResult?> DeleteAsync(EndpointId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync("v0.10/endpoint/" + PathSegment.Of(id.Value, nameof(id)), TransferAnswers.TransferResult, static result => result, cancellationToken);

    /// <summary>Gets the pause rules that hit the caller on an endpoint: <c>GET /v0.10/endpoint/{endpoint_id}/my_effective_pause_rule_list</c>.</summary>
    /// <param name="id">The endpoint or collection.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyList<PauseRule>> GetMyEffectivePauseRulesAsync(EndpointId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            $"v0.10/endpoint/{PathSegment.Of(id.Value, nameof(id))}/my_effective_pause_rule_list", TransferAnswers.PauseRuleList, static list => list.Items, cancellationToken);

    /// <summary>Gets the servers of an endpoint: <c>GET /v0.10/endpoint/{endpoint_id}/server_list</c>.</summary>
    /// <param name="id">The endpoint.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyList<EndpointServer>> GetServersAsync(EndpointId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            $"v0.10/endpoint/{PathSegment.Of(id.Value, nameof(id))}/server_list", TransferAnswers.EndpointServerList, static list => list.Items, cancellationToken);

    /// <summary>Gets one server of an endpoint: <c>GET /v0.10/endpoint/{endpoint_id}/server/{server_id}</c>.</summary>
    /// <param name="id">The endpoint.</param>
    /// <param name="serverId">The server.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The server.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<EndpointServer> GetServerAsync(EndpointId id, long serverId, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"v0.10/endpoint/{PathSegment.Of(id.Value, nameof(id))}/server/{serverId}"), TransferAnswers.EndpointServer, cancellationToken);
}
