using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>Identity providers: the organizations whose logins Globus Auth accepts. Thread-safe, and as long-lived as its client.</summary>
public class IdentityProviderOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected IdentityProviderOperations()
    {
    }

    internal IdentityProviderOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets identity providers by their ids: <c>GET /v2/api/identity_providers?ids={id,id}</c>.</summary>
    /// <param name="ids">The identity providers; at least one.</param>
    /// <param name="extraParameters">Further query parameters; names of the protocol are refused.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Those that were found.</returns>
    /// <exception cref="ArgumentException">There is none, one is empty or has a comma, or an extra parameter has a name of the protocol.</exception>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<IdentityProvider>> GetByIdsAsync(
        IEnumerable<IdentityProviderId> ids, IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return FindAsync(AuthQuery.Pick("ids", ids.Select(static id => id.Value), extraParameters, nameof(ids)), cancellationToken);
    }

    /// <summary>Gets the identity providers that vouch for domains: <c>GET /v2/api/identity_providers?domains={domain,domain}</c>.</summary>
    /// <param name="domains">The domains; at least one.</param>
    /// <param name="extraParameters">Further query parameters; names of the protocol are refused.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Those that were found.</returns>
    /// <exception cref="ArgumentException">There is none, one is empty or has a comma, or an extra parameter has a name of the protocol.</exception>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<IdentityProvider>> GetByDomainsAsync(
        IEnumerable<string> domains, IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(domains);
        return FindAsync(AuthQuery.Pick("domains", domains, extraParameters, nameof(domains)), cancellationToken);
    }

    private Task<IReadOnlyList<IdentityProvider>> FindAsync(string query, CancellationToken cancellationToken) =>
        Connection.GetAsync("v2/api/identity_providers" + query, AuthJsonContext.Default.AuthAnswer, static answer => answer.IdentityProviders, cancellationToken);
}
