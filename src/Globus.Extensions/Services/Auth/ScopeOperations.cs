using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>Scopes that clients define as resource servers. Thread-safe, and as long-lived as its client.</summary>
public class ScopeOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected ScopeOperations()
    {
    }

    internal ScopeOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets one scope: <c>GET /v2/api/scopes/{scope_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The scope.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<RegisteredScope> GetAsync(ScopeId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/api/scopes/" + PathSegment.Of(id.Value, nameof(id)), AuthJsonContext.Default.AuthAnswer, static answer => answer.Scope, cancellationToken);

    /// <summary>Gets the scopes of the caller's clients: <c>GET /v2/api/scopes</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="extraParameters">Further query parameters; names of the protocol are refused.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="ArgumentException">An extra parameter has a name of the protocol.</exception>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<RegisteredScope>> GetAllAsync(
        IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default) =>
        FindAsync(AuthQuery.Of(extraParameters), cancellationToken);

    /// <summary>Gets several scopes by their ids: <c>GET /v2/api/scopes?ids={id,id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="ids">The scopes; at least one.</param>
    /// <param name="extraParameters">Further query parameters; names of the protocol are refused.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Those that were found.</returns>
    /// <exception cref="ArgumentException">There is none, one is empty or has a comma, or an extra parameter has a name of the protocol.</exception>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<RegisteredScope>> GetByIdsAsync(
        IEnumerable<ScopeId> ids, IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return FindAsync(AuthQuery.Pick("ids", ids.Select(static id => id.Value), extraParameters, nameof(ids)), cancellationToken);
    }

    /// <summary>Gets scopes by the texts that are asked for: <c>GET /v2/api/scopes?scope_strings={text,text}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="scopeStrings">The scope strings; at least one.</param>
    /// <param name="extraParameters">Further query parameters; names of the protocol are refused.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Those that were found.</returns>
    /// <exception cref="ArgumentException">There is none, one is empty or has a comma, or an extra parameter has a name of the protocol.</exception>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<RegisteredScope>> GetByScopeStringsAsync(
        IEnumerable<string> scopeStrings, IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scopeStrings);
        return FindAsync(AuthQuery.Pick("scope_strings", scopeStrings, extraParameters, nameof(scopeStrings)), cancellationToken);
    }

    /// <summary>Defines a scope of a client: <c>POST /v2/api/clients/{client_id}/scopes</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="clientId">The client whose scope it shall be.</param>
    /// <param name="creation">What the scope shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The scope as it was defined.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<RegisteredScope> CreateAsync(ClientId clientId, ScopeCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        return Connection.SendAsync(
            HttpMethod.Post,
            $"v2/api/clients/{PathSegment.Of(clientId.Value, nameof(clientId))}/scopes",
            JsonBody.Wrap("scope", creation, AuthJsonContext.Default.ScopeCreation),
            AuthJsonContext.Default.AuthAnswer,
            static answer => answer.Scope,
            cancellationToken);
    }

    /// <summary>Changes a scope: <c>PUT /v2/api/scopes/{scope_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The scope.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The scope as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<RegisteredScope> UpdateAsync(ScopeId id, ScopeUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Connection.SendAsync(
            HttpMethod.Put,
            "v2/api/scopes/" + PathSegment.Of(id.Value, nameof(id)),
            JsonBody.Wrap("scope", update, AuthJsonContext.Default.ScopeUpdate),
            AuthJsonContext.Default.AuthAnswer,
            static answer => answer.Scope,
            cancellationToken);
    }

    /// <summary>Deletes a scope: <c>DELETE /v2/api/scopes/{scope_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The scope.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The scope as it was; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<RegisteredScope?> DeleteAsync(ScopeId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync("v2/api/scopes/" + PathSegment.Of(id.Value, nameof(id)), AuthJsonContext.Default.AuthAnswer, static answer => answer.Scope, cancellationToken);

    private Task<IReadOnlyList<RegisteredScope>> FindAsync(string query, CancellationToken cancellationToken) =>
        Connection.GetAsync("v2/api/scopes" + query, AuthJsonContext.Default.AuthAnswer, static answer => answer.Scopes, cancellationToken);
}
