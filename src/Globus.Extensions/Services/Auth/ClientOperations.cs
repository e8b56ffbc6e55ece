using System.Text;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Principals.Internal;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>Client applications that are registered with Globus Auth. Thread-safe, and as long-lived as its client.</summary>
public class ClientOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected ClientOperations()
    {
    }

    internal ClientOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>The secrets of registered clients.</summary>
    public virtual ClientCredentialOperations Credentials => field ??= new ClientCredentialOperations(Connection);

    /// <summary>Gets one client: <c>GET /v2/api/clients/{client_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The client.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<RegisteredClient> GetAsync(ClientId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/api/clients/" + PathSegment.Of(id.Value, nameof(id)), AuthJsonContext.Default.AuthAnswer, static answer => answer.Client, cancellationToken);

    /// <summary>Gets the client that a host name belongs to: <c>GET /v2/api/clients?fqdn={fqdn}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="fqdn">The fully qualified domain name.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<RegisteredClient> GetByFqdnAsync(string fqdn, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fqdn);
        return Connection.GetAsync(
            "v2/api/clients" + QueryText.Append(new StringBuilder(), "fqdn", fqdn), AuthJsonContext.Default.AuthAnswer, static answer => answer.Client, cancellationToken);
    }

    /// <summary>Gets the clients of the caller's projects: <c>GET /v2/api/clients</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<RegisteredClient>> GetAllAsync(CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/api/clients", AuthJsonContext.Default.AuthAnswer, static answer => answer.Clients, cancellationToken);

    /// <summary>Registers a client in a project: <c>POST /v2/api/clients</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="registration">What the client shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The client as it was registered, with its first secret if the service made one.</returns>
    /// <exception cref="ArgumentException">
    /// Not exactly one of public client and client type is given, one link is without the other, or an additional field has the name
    /// of another member.
    /// </exception>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<CreatedClient> CreateAsync(ClientRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return Connection.SendAsync(
            HttpMethod.Post,
            "v2/api/clients",
            JsonBody.Wrap("client", registration.Checked(), PrincipalsJsonContext.Default.ClientRegistration, registration.AdditionalFields),
            PrincipalsJsonContext.Default.CreatedClient,
            static answer => answer,
            cancellationToken);
    }

    /// <summary>Changes a client: <c>PUT /v2/api/clients/{client_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The client.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The client as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route, one link is without the other, or an additional field has the name of another member.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<RegisteredClient> UpdateAsync(ClientId id, ClientUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check();
        return Connection.SendAsync(
            HttpMethod.Put,
            "v2/api/clients/" + PathSegment.Of(id.Value, nameof(id)),
            JsonBody.Wrap("client", update, AuthJsonContext.Default.ClientUpdate, update.AdditionalFields),
            AuthJsonContext.Default.AuthAnswer,
            static answer => answer.Client,
            cancellationToken);
    }

    /// <summary>Deletes a client: <c>DELETE /v2/api/clients/{client_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The client.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The client as it was; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<RegisteredClient?> DeleteAsync(ClientId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync("v2/api/clients/" + PathSegment.Of(id.Value, nameof(id)), AuthJsonContext.Default.AuthAnswer, static answer => answer.Client, cancellationToken);
}
