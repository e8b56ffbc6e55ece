using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>The secrets of registered clients. Thread-safe, and as long-lived as its client.</summary>
public class ClientCredentialOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected ClientCredentialOperations()
    {
    }

    internal ClientCredentialOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets what is known of the secrets of a client: <c>GET /v2/api/clients/{client_id}/credentials</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them, without the secrets themselves.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyList<ClientCredential>> GetAllAsync(ClientId clientId, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(PathOf(clientId), AuthJsonContext.Default.AuthAnswer, static answer => answer.Credentials, cancellationToken);

    /// <summary>Makes a secret for a client: <c>POST /v2/api/clients/{client_id}/credentials</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="clientId">The client.</param>
    /// <param name="name">A name to know the secret by.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The secret. Keep it: it is not shown again.</returns>
    /// <exception cref="ArgumentException">The id is empty or would lead to another route, or the name is empty.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<ClientCredential> CreateAsync(ClientId clientId, string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Connection.SendAsync(
            HttpMethod.Post,
            PathOf(clientId),
            JsonBody.Wrap("credential", new CredentialCreation(name), AuthJsonContext.Default.CredentialCreation),
            AuthJsonContext.Default.AuthAnswer,
            static answer => answer.Credential,
            cancellationToken);
    }

    /// <summary>Deletes a secret of a client: <c>DELETE /v2/api/clients/{client_id}/credentials/{credential_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="id">The id of the secret.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was known of it; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">An id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<ClientCredential?> DeleteAsync(ClientId clientId, ClientCredentialId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync(
            $"{PathOf(clientId)}/{PathSegment.Of(id.Value, nameof(id))}", AuthJsonContext.Default.AuthAnswer, static answer => answer.Credential, cancellationToken);

    private static string PathOf(ClientId clientId) => $"v2/api/clients/{PathSegment.Of(clientId.Value, nameof(clientId))}/credentials";
}
