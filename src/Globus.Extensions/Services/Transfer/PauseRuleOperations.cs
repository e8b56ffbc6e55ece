using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Pause rules of endpoints, for who manages them. Thread-safe, and as long-lived as its client.</summary>
public class PauseRuleOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected PauseRuleOperations()
    {
    }

    internal PauseRuleOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets the pause rules that the caller may see: <c>GET /v0.10/endpoint_manager/pause_rule_list</c>.</summary>
    /// <param name="endpointId">The endpoint they hold on. Default: any.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="TransferApiException">The caller may not (403), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyList<PauseRule>> GetAllAsync(EndpointId? endpointId = null, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            "v0.10/endpoint_manager/pause_rule_list" + new TransferQuery().Add("filter_endpoint", endpointId?.Value), TransferAnswers.PauseRuleList, static list => list.Items, cancellationToken);

    /// <summary>Gets one pause rule: <c>GET /v0.10/endpoint_manager/pause_rule/{pause_rule_id}</c>.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<PauseRule> GetAsync(PauseRuleId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v0.10/endpoint_manager/pause_rule/" + PathSegment.Of(id.Value, nameof(id)), TransferAnswers.PauseRule, cancellationToken);

    /// <summary>Creates a pause rule: <c>POST /v0.10/endpoint_manager/pause_rule</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="creation">What the rule shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The rule as it was created.</returns>
    /// <exception cref="ArgumentException">The endpoint or the message is empty, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">The caller may not (403), or the service answered with another error.</exception>
    public virtual Task<PauseRule> CreateAsync(PauseRuleCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        creation.Check(nameof(creation));
        return Connection.SendAsync(
            HttpMethod.Post,
            "v0.10/endpoint_manager/pause_rule",
            TransferBody.Of(creation, TransferRequestJsonContext.Default.PauseRuleCreation, creation.AdditionalFields),
            RequestReplay.ByMethod,
            TransferAnswers.PauseRule,
            cancellationToken);
    }

    /// <summary>Changes a pause rule: <c>PUT /v0.10/endpoint_manager/pause_rule/{pause_rule_id}</c>.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The rule as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route, or an additional field has the name of another member.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<PauseRule> UpdateAsync(PauseRuleId id, PauseRuleUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Connection.SendAsync(
            HttpMethod.Put,
            "v0.10/endpoint_manager/pause_rule/" + PathSegment.Of(id.Value, nameof(id)),
            TransferBody.Of(update, TransferRequestJsonContext.Default.PauseRuleUpdate, update.AdditionalFields),
            RequestReplay.ByMethod,
            TransferAnswers.PauseRule,
            cancellationToken);
    }

    /// <summary>Deletes a pause rule: <c>DELETE /v0.10/endpoint_manager/pause_rule/{pause_rule_id}</c>.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<TransferResult?> DeleteAsync(PauseRuleId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync("v0.10/endpoint_manager/pause_rule/" + PathSegment.Of(id.Value, nameof(id)), TransferAnswers.TransferResult, static result => result, cancellationToken);
}
