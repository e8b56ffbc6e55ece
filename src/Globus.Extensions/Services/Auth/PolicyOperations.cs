using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>Authentication policies of projects. Thread-safe, and as long-lived as its client.</summary>
public class PolicyOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected PolicyOperations()
    {
    }

    internal PolicyOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets one policy: <c>GET /v2/api/policies/{policy_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The policy.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<AuthenticationPolicy> GetAsync(PolicyId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/api/policies/" + PathSegment.Of(id.Value, nameof(id)), AuthJsonContext.Default.AuthAnswer, static answer => answer.Policy, cancellationToken);

    /// <summary>Gets the policies of the caller's projects: <c>GET /v2/api/policies</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<AuthenticationPolicy>> GetAllAsync(CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/api/policies", AuthJsonContext.Default.AuthAnswer, static answer => answer.Policies, cancellationToken);

    /// <summary>Creates a policy: <c>POST /v2/api/policies</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="creation">What the policy shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The policy as it was created.</returns>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<AuthenticationPolicy> CreateAsync(PolicyCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        return Connection.SendAsync(
            HttpMethod.Post, "v2/api/policies", JsonBody.Wrap("policy", creation, AuthJsonContext.Default.PolicyCreation), AuthJsonContext.Default.AuthAnswer, static answer => answer.Policy, cancellationToken);
    }

    /// <summary>Changes a policy: <c>PUT /v2/api/policies/{policy_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The policy.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The policy as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<AuthenticationPolicy> UpdateAsync(PolicyId id, PolicyUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Connection.SendAsync(
            HttpMethod.Put,
            "v2/api/policies/" + PathSegment.Of(id.Value, nameof(id)),
            JsonBody.Wrap("policy", update, AuthJsonContext.Default.PolicyUpdate),
            AuthJsonContext.Default.AuthAnswer,
            static answer => answer.Policy,
            cancellationToken);
    }

    /// <summary>Deletes a policy: <c>DELETE /v2/api/policies/{policy_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The policy.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The policy as it was; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<AuthenticationPolicy?> DeleteAsync(PolicyId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync("v2/api/policies/" + PathSegment.Of(id.Value, nameof(id)), AuthJsonContext.Default.AuthAnswer, static answer => answer.Policy, cancellationToken);
}
