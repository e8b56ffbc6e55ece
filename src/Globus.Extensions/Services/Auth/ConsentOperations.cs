using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>Consents that identities gave to clients. Thread-safe, and as long-lived as its client.</summary>
public class ConsentOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected ConsentOperations()
    {
    }

    internal ConsentOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>
    /// Gets the consents of an identity: <c>GET /v2/api/identities/{identity_id}/consents?all={all}</c>. Those of other clients need the scope
    /// <c>view_consents</c>.
    /// </summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="all">Whether to get those of all clients. Default: only those that begin at the calling client.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once, each with its path to the root.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<Consent>> GetAllAsync(IdentityId identityId, bool all = false, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            $"v2/api/identities/{PathSegment.Of(identityId.Value, nameof(identityId))}/consents?all={(all ? "True" : "False")}", // Spelled as the reference has always done.
            AuthJsonContext.Default.AuthAnswer,
            static answer => answer.Consents,
            cancellationToken);
}
