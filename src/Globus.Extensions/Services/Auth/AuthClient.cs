using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OpenId;
using Globus.Extensions.OpenId.Internal;
using Globus.Extensions.Services.Auth;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions;

/// <summary>
/// The client of Globus Auth as a service that one calls with a token. Logins and tokens themselves are the business of
/// <see cref="OAuth.GlobusLoginClient"/>. Thread-safe, cheap to create, and safe to keep in singletons.
/// </summary>
public class AuthClient : GlobusServiceClient
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected AuthClient()
    {
    }

    internal AuthClient(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Identities: who stands behind an id or a user name.</summary>
    public virtual IdentityOperations Identities => field ??= new IdentityOperations(Connection);

    /// <summary>Identity providers.</summary>
    public virtual IdentityProviderOperations IdentityProviders => field ??= new IdentityProviderOperations(Connection);

    /// <summary>Developer projects.</summary>
    public virtual ProjectOperations Projects => field ??= new ProjectOperations(Connection);

    /// <summary>Authentication policies of projects.</summary>
    public virtual PolicyOperations Policies => field ??= new PolicyOperations(Connection);

    /// <summary>Registered client applications, and their secrets.</summary>
    public virtual ClientOperations Clients => field ??= new ClientOperations(Connection);

    /// <summary>Scopes that registered clients define.</summary>
    public virtual ScopeOperations Scopes => field ??= new ScopeOperations(Connection);

    /// <summary>Consents that identities gave.</summary>
    public virtual ConsentOperations Consents => field ??= new ConsentOperations(Connection);

    /// <summary>Gets what is known of the identity that is logged in: <c>GET /v2/oauth2/userinfo</c>. Needs the scope <c>openid</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The claims; how many depends on the scopes.</returns>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<UserInfo> GetUserInfoAsync(CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/oauth2/userinfo", AuthJsonContext.Default.UserInfo, cancellationToken);

    /// <summary>Gets the discovery document: <c>GET /.well-known/openid-configuration</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The document.</returns>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<OpenIdConfiguration> GetOpenIdConfigurationAsync(CancellationToken cancellationToken = default) =>
        Connection.GetAsync(SigningKeys.DiscoveryPath.OriginalString, OpenIdJsonContext.Default.OpenIdConfiguration, cancellationToken);

    /// <summary>Gets the key set: <c>GET /jwk.json</c>, or where the discovery document says that it is.</summary>
    /// <param name="openIdConfiguration">The discovery document. Default: it is fetched.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The keys that can be read, of whatever kind.</returns>
    /// <exception cref="AuthApiException">The service answered with an error, or with something that is no key set.</exception>
    /// <exception cref="IdTokenValidationException">The document has no https address for the keys.</exception>
    /// <exception cref="InvalidOperationException">The address is outside of <see cref="GlobusServiceClient.BaseUrl"/>, where the token may not go.</exception>
    public virtual async Task<IReadOnlyList<GlobusJsonWebKey>> GetJwksAsync(OpenIdConfiguration? openIdConfiguration = null, CancellationToken cancellationToken = default)
    {
        openIdConfiguration ??= await GetOpenIdConfigurationAsync(cancellationToken).ConfigureAwait(false);
        var address = SigningKeys.AddressIn(openIdConfiguration).AbsoluteUri;
        return (await Connection.GetAsync(address, OpenIdJsonContext.Default.JwkSet, cancellationToken).ConfigureAwait(false)).Keys;
    }

    /// <summary>
    /// Gets the key that verifies ID tokens, the first of the key set that can; <see cref="GlobusJsonWebKey.ToRsa"/> gives it as an RSA key.
    /// </summary>
    /// <param name="openIdConfiguration">The discovery document. Default: it is fetched.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The key.</returns>
    /// <exception cref="AuthApiException">The service answered with an error, or with something that is no key set.</exception>
    /// <exception cref="IdTokenValidationException">No key can verify ID tokens, or the document has no https address for the keys.</exception>
    /// <exception cref="InvalidOperationException">The address is outside of <see cref="GlobusServiceClient.BaseUrl"/>, where the token may not go.</exception>
    public virtual async Task<GlobusJsonWebKey> GetJwkAsync(OpenIdConfiguration? openIdConfiguration = null, CancellationToken cancellationToken = default) =>
        SigningKeys.FirstUsable(await GetJwksAsync(openIdConfiguration, cancellationToken).ConfigureAwait(false));
}
