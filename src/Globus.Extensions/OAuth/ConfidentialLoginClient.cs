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

        return RequestTokensAsync([new("grant_type", GrantRules.ClientCredentials), new("scope", text)], RequestReplay.Harmless, nonce: null, cancellationToken);
    }

    /// <summary>
    /// Exchanges a token that this client, a service, has received for tokens of the services behind it, <c>POST /v2/oauth2/token</c> with the grant
    /// <c>urn:globus:auth:grant_type:dependent_token</c>. They are in the name of the same identity.
    /// </summary>
    /// <param name="token">The access token that the service received.</param>
    /// <param name="scopes">The scopes wanted. Default: all that the received token's scopes depend on.</param>
    /// <param name="requestRefreshTokens">Whether refresh tokens are wanted, too (<c>access_type=offline</c>). Default: no.</param>
    /// <param name="extraParameters">Further form parameters; names of the protocol are refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One token for each resource server; maybe none.</returns>
    /// <exception cref="ArgumentException">The token is empty, there are scopes but all are blank, or an extra parameter has a name of the protocol.</exception>
    /// <exception cref="AuthApiException">
    /// The token is not one for this service, a consent is missing (then <see cref="GlobusApiException.AuthorizationRequirements"/> says which), or the answer is no
    /// array of tokens.
    /// </exception>
    public virtual Task<OAuthDependentTokenResponse> GetDependentTokensAsync(
        string token,
        IEnumerable<string>? scopes = null,
        bool requestRefreshTokens = false,
        IEnumerable<KeyValuePair<string, string>>? extraParameters = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        List<KeyValuePair<string, string>> form = [new("grant_type", GrantRules.DependentToken), new("token", token)];
        if (requestRefreshTokens)
        {
            form.Add(new("access_type", "offline"));
        }

        if (scopes is not null)
        {
            var text = string.Join(' ', scopes);
            form.Add(string.IsNullOrWhiteSpace(text)
                ? throw new ArgumentException("No scope is named. Leave the argument out to get tokens for all dependent scopes.", nameof(scopes))
                : new("scope", text));
        }

        form.AddRange(ExtraParameters.Check(extraParameters, ExtraParameters.OfGrants));
        return Transport.PostAsync(
            new OAuthRequest("v2/oauth2/token", RequestReplay.Harmless, form),
            Authenticate,
            root => TokenResponseReader.ReadDependent(root, Clock.GetUtcNow()),
            cancellationToken);
    }

    /// <summary>Asks what a token is, <c>POST /v2/oauth2/token/introspect</c> (RFC 7662).</summary>
    /// <param name="token">An access token or a refresh token.</param>
    /// <param name="include">What to tell besides: <c>identity_set</c>, <c>identity_set_detail</c>, <c>session_info</c>. Default: nothing.</param>
    /// <param name="queryParameters">Further parameters of the query.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the token is; of one that is not valid, only that.</returns>
    /// <exception cref="ArgumentException">The token or a name among the parameters is empty.</exception>
    /// <exception cref="AuthApiException">The client was not accepted, or may not look at the token.</exception>
    public virtual Task<TokenIntrospection> IntrospectTokenAsync(
        string token,
        IEnumerable<string>? include = null,
        IEnumerable<KeyValuePair<string, string>>? queryParameters = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        List<KeyValuePair<string, string>> form = [new("token", token)];
        if (include is not null && string.Join(',', include) is { Length: > 0 } all)
        {
            form.Add(new("include", all));
        }

        var request = new OAuthRequest("v2/oauth2/token/introspect", RequestReplay.Harmless, form)
        {
            Query = ExtraParameters.Check(queryParameters, ExtraParameters.OfGrants),
        };
        return Transport.PostAsync(request, Authenticate, OAuthJsonContext.Default.TokenIntrospection, cancellationToken);
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
        var body = JsonBody.Wrap("client", registration.Checked(), PrincipalsJsonContext.Default.ChildClientRegistration, registration.AdditionalFields);
        return Transport.PostAsync("v2/api/clients", body, Credentials(), PrincipalsJsonContext.Default.CreatedClient, cancellationToken);
    }

    private protected override void Authenticate(HttpRequestMessage request, List<KeyValuePair<string, string>> form) =>
        request.Headers.Authorization = Credentials();

    private AuthenticationHeaderValue Credentials() =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Context.ClientId}:{_secret!()}")));
}
