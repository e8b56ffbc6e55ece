using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>
/// Identities: people at their identity providers, and clients. Lookups that come one by one belong into an
/// <see cref="IdentityMap"/>. Thread-safe, and as long-lived as its client.
/// </summary>
public class IdentityOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected IdentityOperations()
    {
    }

    internal IdentityOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets one identity: <c>GET /v2/api/identities/{identity_id}</c>.</summary>
    /// <remarks>Where it is no error that there is none, use <see cref="GetByIdsAsync"/> or an <see cref="IdentityMap"/>.</remarks>
    /// <param name="id">The identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The identity.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">Globus knows none (404), or the service answered with another error.</exception>
    public virtual Task<Identity> GetAsync(IdentityId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/api/identities/" + PathSegment.Of(id.Value, nameof(id)), AuthJsonContext.Default.AuthAnswer, static answer => answer.Identity, cancellationToken);

    /// <summary>Looks up identities by ids or by user names: <c>GET /v2/api/identities</c>.</summary>
    /// <remarks>
    /// The service takes a hundred at once, and no URL of any length: more are asked for in batches, one after the other.
    /// </remarks>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>
    /// Those that Globus knows, batch after batch in the order asked for, and within a batch as the service orders them. The unknown are left out.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The query has both ids and user names, or neither; it would provision ids; an id is no UUID; a user name is blank or has a comma; an extra parameter has
    /// a name of the protocol.
    /// </exception>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<Identity>> GetAsync(IdentityQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return GetAsync(IdentityQueryText.Write(query, nameof(query)), cancellationToken);
    }

    /// <summary>Looks up identities by their ids: <c>GET /v2/api/identities?ids={id,id}</c>, a hundred at once.</summary>
    /// <param name="ids">The ids; at least one.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>Those that Globus knows, ordered as <see cref="GetAsync(IdentityQuery, CancellationToken)"/> does.</returns>
    /// <exception cref="ArgumentException">There is none, or one is no UUID.</exception>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<Identity>> GetByIdsAsync(IEnumerable<IdentityId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return GetAsync(IdentityQueryText.Write(new IdentityQuery { Ids = ids }, nameof(ids)), cancellationToken);
    }

    /// <summary>Looks up identities by their user names: <c>GET /v2/api/identities?usernames={name,name}</c>, up to a hundred at once.</summary>
    /// <param name="usernames">The user names; at least one.</param>
    /// <param name="provision">Whether Globus makes an identity for each name that is nobody's yet. Default: <see langword="false"/>.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>Those that Globus knows, ordered as <see cref="GetAsync(IdentityQuery, CancellationToken)"/> does.</returns>
    /// <exception cref="ArgumentException">There is none, or one is blank or has a comma.</exception>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<Identity>> GetByUsernamesAsync(IEnumerable<string> usernames, bool provision = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(usernames);
        return GetAsync(IdentityQueryText.Write(new IdentityQuery { Usernames = usernames, Provision = provision }, nameof(usernames)), cancellationToken);
    }

    private async Task<IReadOnlyList<Identity>> GetAsync(IReadOnlyList<string> queries, CancellationToken cancellationToken)
    {
        List<Identity> all = [];
        foreach (var query in queries)
        {
            all.AddRange(await Connection.GetAsync(
                "v2/api/identities" + query, AuthJsonContext.Default.AuthAnswer, static answer => answer.Identities, cancellationToken).ConfigureAwait(false));
        }

        return all;
    }
}
