using System.Text.Json;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OAuth.Internal;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.OAuth;

/// <summary>
/// A client application at Globus Auth: it starts logins, exchanges and renews tokens, and revokes them. Thread-safe; it holds no
/// state of any flow.
/// </summary>
/// <seealso cref="NativeLoginClient"/>
/// <seealso cref="ConfidentialLoginClient"/>
public abstract class GlobusLoginClient
{
    private readonly LoginClientContext? _context;

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected GlobusLoginClient()
    {
    }

    private protected GlobusLoginClient(LoginClientContext context) => _context = context;

    /// <summary>The client id.</summary>
    public virtual string ClientId => Context.ClientId;

    /// <summary>The base URL of Globus Auth, with its final slash.</summary>
    public virtual Uri AuthUrl => Context.AuthUrl;

    /// <summary>The redirect URI that is used when a flow names none, or <see langword="null"/> if it has to name one.</summary>
    public virtual string? DefaultRedirectUri => null;

    /// <summary>Whether flows of this client carry a PKCE challenge.</summary>
    private protected abstract bool UsesPkce { get; }

    private protected LoginClientContext Context => _context ?? throw new InvalidOperationException(
        "This login client was made by its parameterless constructor, which is for substitutes: override the member that was called.");

    /// <summary>Starts an authorization code flow.</summary>
    /// <param name="scopes">The scopes to ask for. Default: <c>openid</c>, <c>profile</c>, <c>email</c> and Transfer's <c>all</c>.</param>
    /// <param name="redirectUri">Where the browser is sent with the answer. Default: <see cref="DefaultRedirectUri"/>.</param>
    /// <param name="state">The value that ties the answer to the request. Default: random.</param>
    /// <param name="verifier">The PKCE code verifier. Default: random.</param>
    /// <returns>The flow.</returns>
    /// <exception cref="ArgumentException">There is no scope, no redirect URI, or the verifier is not one of RFC 7636.</exception>
    public virtual AuthorizationFlow StartFlow(IEnumerable<string>? scopes = null, string? redirectUri = null, string? state = null, string? verifier = null) =>
        StartFlow(new AuthorizationFlowOptions { Scopes = scopes, RedirectUri = redirectUri, State = state, Verifier = verifier });

    /// <summary>Starts an authorization code flow with everything that can be asked for.</summary>
    /// <param name="options">What to ask for.</param>
    /// <returns>The flow.</returns>
    /// <exception cref="ArgumentException">
    /// There is no scope, no redirect URI, the verifier is not one of RFC 7636, or an extra parameter has a name of the protocol.
    /// </exception>
    public virtual AuthorizationFlow StartFlow(AuthorizationFlowOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<string> scopes = [.. options.Scopes ?? options.Parameters?.RequiredScopes ?? GlobusScopes.Default];
        if (!scopes.Any(static scope => !string.IsNullOrWhiteSpace(scope)))
        {
            throw new ArgumentException("A login asks for at least one scope.", nameof(options));
        }

        var redirectUri = string.IsNullOrEmpty(options.RedirectUri) ? DefaultRedirectUri : options.RedirectUri;
        if (redirectUri is null)
        {
            throw new ArgumentException(
                "A confidential client names its redirect URI, one that is registered with it. In an app, set Globus:LoginRedirectUri.", nameof(options));
        }

        if (options.Verifier is not null)
        {
            Pkce.ThrowIfInvalid(options.Verifier);
        }

        var values = new FlowValues
        {
            RedirectUri = redirectUri,
            Scopes = scopes,
            State = options.State ?? Pkce.CreateRandom(),
            Verifier = UsesPkce ? options.Verifier ?? Pkce.CreateRandom() : null,
            PrefillNamedGrant = PrefillOf(options),
        };
        return new AuthorizationFlow(this, new AuthorizationFlowState
        {
            ClientId = ClientId,
            State = values.State,
            RedirectUri = values.RedirectUri,
            Scopes = values.Scopes,
            Verifier = values.Verifier,
            AuthorizeUrl = AuthorizeUrl.Build(AuthUrl, ClientId, options, values),
        });
    }

    /// <summary>Goes on with a flow that was started elsewhere.</summary>
    /// <param name="state">What <see cref="AuthorizationFlow.ToState"/> gave there.</param>
    /// <returns>The flow.</returns>
    /// <exception cref="ArgumentException">The flow is another client's.</exception>
    public virtual AuthorizationFlow ResumeFlow(AuthorizationFlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!string.Equals(state.ClientId, ClientId, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The flow was started by the client {state.ClientId}; this is {ClientId}.", nameof(state));
        }

        return new AuthorizationFlow(this, state);
    }

    /// <summary>Renews an access token, <c>POST /v2/oauth2/token</c> with the grant <c>refresh_token</c> (RFC 6749, section 6).</summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="extraParameters">Further form parameters; names of the protocol are refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new token. It holds a refresh token only if the old one was replaced.</returns>
    /// <exception cref="AuthApiException">The refresh token is no longer valid, or the client was not accepted.</exception>
    public virtual Task<OAuthTokenResponse> RefreshTokenAsync(
        string refreshToken, IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(refreshToken);
        return RequestTokensAsync(
            [new("grant_type", "refresh_token"), new("refresh_token", refreshToken), .. ExtraParameters.Check(extraParameters, ExtraParameters.OfGrants)], RequestReplay.RefreshGrant, cancellationToken);
    }

    /// <summary>Revokes a token, <c>POST /v2/oauth2/token/revoke</c> (RFC 7009). A token that is unknown or dead already is fine.</summary>
    /// <param name="token">An access token or a refresh token.</param>
    /// <param name="extraParameters">Further form parameters; names of the protocol are refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the token is revoked.</returns>
    /// <exception cref="AuthApiException">The client was not accepted, or the token is another client's.</exception>
    public virtual async Task RevokeTokenAsync(
        string token, IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        using var response = await PostAsync(
            "v2/oauth2/token/revoke", [new("token", token), .. ExtraParameters.Check(extraParameters, ExtraParameters.OfGrants)], RequestReplay.Harmless, cancellationToken).ConfigureAwait(false);
    }

    internal Task<OAuthTokenResponse> ExchangeCodeAsync(string code, string redirectUri, string? verifier, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> form = [new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", redirectUri)];
        if (verifier is not null)
        {
            form.Add(new("code_verifier", verifier));
        }

        return RequestTokensAsync(form, RequestReplay.AuthorizationCodeGrant, cancellationToken);
    }

    /// <summary>The label to propose on the consent page, if this kind of client sends one.</summary>
    private protected virtual string? PrefillOf(AuthorizationFlowOptions options) => null;

    /// <summary>Says who is calling: in a header, or in the form.</summary>
    private protected abstract void Authenticate(HttpRequestMessage request, List<KeyValuePair<string, string>> form);

    private protected async Task<OAuthTokenResponse> RequestTokensAsync(
        IEnumerable<KeyValuePair<string, string>> form, RequestReplay replay, CancellationToken cancellationToken)
    {
        using var response = await PostAsync("v2/oauth2/token", form, replay, cancellationToken).ConfigureAwait(false);
        try
        {
            // Not disposed here: the response does it, and an exception shows what stood in it.
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
            return TokenResponseReader.Read(document.RootElement, Context.TimeProvider.GetUtcNow());
        }
        catch (JsonException exception)
        {
            throw await ApiErrorParser.FromUnreadableAsync(GlobusService.Auth, response, exception, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(
        string path, IEnumerable<KeyValuePair<string, string>> form, RequestReplay replay, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> fields = [.. form];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Context.AuthUrl, path));
        request.Options.Set(GlobusRequestOptions.Replay, replay);
        Authenticate(request, fields);
        request.Content = new FormUrlEncodedContent(fields);

        var response = await Context.HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ApiErrorParser.FromResponseAsync(GlobusService.Auth, response, cancellationToken).ConfigureAwait(false);
        }
    }
}
