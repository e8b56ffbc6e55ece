using System.Net.Http.Headers;
using System.Text;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OAuth.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Principals.Internal;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.OAuth;

/// <summary>
/// A client with a secret: a web application, or a service account that acts for itself. The secret is read anew for every call, so
/// it may be rotated while the program runs.
/// </summary>
public class ConfidentialLoginClient : GlobusLoginClient
{
    private readonly Func<string>? _secret;

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected ConfidentialLoginClient()
    {
    }

    internal ConfidentialLoginClient(LoginClientContext context, Func<string> secret)
        : base(context) => _secret = secret;

    private protected override bool UsesPkce => Context.UsePkceForConfidentialClients;

    /// <summary>
    /// Gets tokens for the client itself, <c>POST /v2/oauth2/token</c> with the grant <c>client_credentials</c> (RFC 6749, section 4.4). They belong to
    /// the identity <c>{client id}@clients.auth.globus.org</c>.
    /// </summary>
    /// <param name="scopes">The scopes. Default: <c>openid</c>, <c>profile</c>, <c>email</c> and Transfer's <c>all</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One token for each resource server among the scopes.</returns>
    /// <exception cref="ArgumentException">There is no scope.</exception>
    /// <exception cref="AuthApiException">The client was not accepted, or a scope is unknown.</exception>
    public virtual Task<OAuthTokenResponse> GetClientCredentialsTokensAsync(IEnumerable<string>? scopes = null, CancellationToken cancellationToken = default)
    {
        var text = string.Join(' ', scopes ?? GlobusScopes.Default);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException("The grant asks for at least one scope.", nameof(scopes));
        }

        return RequestTokensAsync([new("grant_type", "client_credentials"), new("scope", text)], RequestReplay.Harmless, cancellationToken);
    }

    /// <summary>Registers a client that belongs to this one: <c>POST /v2/api/clients</c> with the id and the secret of this client.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="registration">What the client shall be.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The client as it was registered, with its first secret if the service made one.</returns>
    /// <exception cref="ArgumentException">
    /// Not exactly one of public client and client type is given, one link is without the other, or an additional field has the name
    /// of another member.
    /// </exception>
    /// <exception cref="AuthApiException">This client was not accepted, or may not register others.</exception>
    public virtual Task<CreatedClient> CreateChildClientAsync(ChildClientRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return ClientRegistrar.PostAsync(
            Context, JsonBody.Wrap("client", registration.Checked(), PrincipalsJsonContext.Default.ChildClientRegistration), Credentials(), cancellationToken);
    }

    private protected override void Authenticate(HttpRequestMessage request, List<KeyValuePair<string, string>> form) =>
        request.Headers.Authorization = Credentials();

    private AuthenticationHeaderValue Credentials() =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Context.ClientId}:{_secret!()}")));
}
