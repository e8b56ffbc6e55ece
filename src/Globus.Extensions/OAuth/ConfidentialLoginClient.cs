using System.Net.Http.Headers;
using System.Text;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OAuth.Internal;
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

    private protected override void Authenticate(HttpRequestMessage request, List<KeyValuePair<string, string>> form)
    {
        var credentials = Encoding.UTF8.GetBytes($"{Context.ClientId}:{_secret!()}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
    }
}
