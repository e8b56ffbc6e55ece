using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
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
}
