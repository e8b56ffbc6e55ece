using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OAuth.Internal;
using Globus.Extensions.OpenId;
using Globus.Extensions.OpenId.Internal;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.OAuth;

/// <summary>
/// A client application at Globus Auth: it starts logins, exchanges, renews, checks and revokes tokens. Thread-safe; it holds no state of
/// any flow. What it keeps are the keys that verify ID tokens, fetched when they are first needed.
/// </summary>
/// <seealso cref="NativeLoginClient"/>
/// <seealso cref="ConfidentialLoginClient"/>
public abstract class GlobusLoginClient
{
    private readonly LoginClientContext? _context;
    private readonly OAuthTransport? _transport;
    private readonly IdTokenDecoder? _decoder;
    private readonly ServerClock? _clock;
    private readonly Lock _timeGate = new();
    private Task? _timeAsked;

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected GlobusLoginClient()
    {
    }

    private protected GlobusLoginClient(LoginClientContext context)
    {
        _context = context;
        _clock = new ServerClock(context.TimeProvider, new ServerTime(), context.Logger);
        _transport = new OAuthTransport(context.HttpClient, context.AuthUrl, _clock);
        _decoder = new IdTokenDecoder(context.ClientId, GetOpenIdConfigurationAsync, FetchKeysAsync, _clock);
    }

    /// <summary>The client id.</summary>
    public virtual string ClientId => Context.ClientId;

    /// <summary>The base URL of Globus Auth, with its final slash.</summary>
    public virtual Uri AuthUrl => Context.AuthUrl;

    /// <summary>The redirect URI that is used when a flow names none, or <see langword="null"/> if it has to name one.</summary>
    public virtual string? DefaultRedirectUri => null;

    /// <summary>Whether flows of this client carry a PKCE challenge.</summary>
    private protected abstract bool UsesPkce { get; }

    private protected LoginClientContext Context => _context ?? throw NotForUse();

    private protected OAuthTransport Transport => _transport ?? throw NotForUse();

    /// <summary>The time at Globus Auth, as far as it is known.</summary>
    private protected TimeProvider Clock => _clock ?? throw NotForUse();

    private IdTokenDecoder Decoder => _decoder ?? throw NotForUse();

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
            Nonce = options.Nonce ?? (Context.UseNonce && AsksForIdToken(scopes) ? Pkce.CreateRandom() : null),
            PrefillNamedGrant = PrefillOf(options),
        };
        return new AuthorizationFlow(this, new AuthorizationFlowState
        {
            ClientId = ClientId,
            State = values.State,
            RedirectUri = values.RedirectUri,
            Scopes = values.Scopes,
            Verifier = values.Verifier,
            Nonce = values.Nonce,
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
            [new("grant_type", "refresh_token"), new("refresh_token", refreshToken), .. ExtraParameters.Check(extraParameters, ExtraParameters.OfGrants)],
            RequestReplay.RefreshGrant,
            nonce: null,
            cancellationToken);
    }

    /// <summary>Revokes a token, <c>POST /v2/oauth2/token/revoke</c> (RFC 7009). A token that is unknown or dead already is fine.</summary>
    /// <param name="token">An access token or a refresh token.</param>
    /// <param name="extraParameters">Further form parameters; names of the protocol are refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the token is revoked.</returns>
    /// <exception cref="AuthApiException">The client was not accepted, or the token is another client's.</exception>
    public virtual Task RevokeTokenAsync(
        string token, IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        return Transport.PostAsync(AboutToken("v2/oauth2/token/revoke", token, extraParameters), Authenticate, cancellationToken);
    }

    /// <summary>Asks whether a token of this client is still valid, <c>POST /v2/oauth2/token/validate</c>.</summary>
    /// <param name="token">An access token or a refresh token.</param>
    /// <param name="extraParameters">Further form parameters; names of the protocol are refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether Globus Auth would accept it. A service may refuse it all the same, for instance by its policies.</returns>
    /// <exception cref="AuthApiException">The client was not accepted.</exception>
    public virtual async Task<bool> ValidateTokenAsync(
        string token, IEnumerable<KeyValuePair<string, string>>? extraParameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        var answer = await Transport.PostAsync(
            AboutToken("v2/oauth2/token/validate", token, extraParameters), Authenticate, OAuthJsonContext.Default.TokenIntrospection, cancellationToken).ConfigureAwait(false);
        return answer.Active;
    }

    /// <summary>
    /// Calls the token endpoint with any form, <c>POST /v2/oauth2/token</c>: for grants that have no method here. What an error leaves open is not sent
    /// again unless the grant is known to bear it.
    /// </summary>
    /// <param name="form">The parameters, <c>grant_type</c> among them. Who the client is, is added.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="ArgumentException">The form names no grant, or says who the client is.</exception>
    /// <exception cref="AuthApiException">Globus Auth refused, or gave something other than tokens.</exception>
    public virtual Task<OAuthTokenResponse> RequestTokenAsync(IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        return RequestTokensAsync(GrantRules.Read(form), nonce: null, cancellationToken);
    }

    /// <summary>Calls the token endpoint with any form, <c>POST /v2/oauth2/token</c>, for an answer of another shape.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="form">The parameters, <c>grant_type</c> among them. Who the client is, is added.</param>
    /// <param name="typeInfo">How to read the answer, from a source-generated context.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The form names no grant, or says who the client is.</exception>
    /// <exception cref="AuthApiException">Globus Auth refused, or gave something that is not <typeparamref name="T"/>.</exception>
    public virtual Task<T> RequestTokenAsync<T>(
        IEnumerable<KeyValuePair<string, string>> form, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return Transport.PostAsync(GrantRules.Read(form), Authenticate, typeInfo, cancellationToken);
    }

    /// <summary>Gets the discovery document, <c>GET /.well-known/openid-configuration</c>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The document, fetched anew at every call.</returns>
    /// <exception cref="AuthApiException">Globus Auth answered with an error, or with something else.</exception>
    public virtual Task<OpenIdConfiguration> GetOpenIdConfigurationAsync(CancellationToken cancellationToken = default) =>
        Transport.GetAsync(SigningKeys.DiscoveryPath, OpenIdJsonContext.Default.OpenIdConfiguration, cancellationToken);

    /// <summary>Gets the key set, <c>GET /jwk.json</c> or where the discovery document says that it is.</summary>
    /// <param name="openIdConfiguration">The discovery document. Default: it is fetched.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The keys that can be read, of whatever kind; fetched anew at every call.</returns>
    /// <exception cref="AuthApiException">Globus Auth answered with an error, or with something that is no key set.</exception>
    /// <exception cref="IdTokenValidationException">The document has no https address for the keys.</exception>
    public virtual async Task<IReadOnlyList<GlobusJsonWebKey>> GetJwksAsync(OpenIdConfiguration? openIdConfiguration = null, CancellationToken cancellationToken = default)
    {
        openIdConfiguration ??= await GetOpenIdConfigurationAsync(cancellationToken).ConfigureAwait(false);
        return await FetchKeysAsync(SigningKeys.AddressIn(openIdConfiguration), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Gets the key that verifies ID tokens, the first of the key set that can; <see cref="GlobusJsonWebKey.ToRsa"/> gives it as an RSA key.
    /// </summary>
    /// <param name="openIdConfiguration">The discovery document. Default: it is fetched.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The key, fetched anew at every call.</returns>
    /// <exception cref="AuthApiException">Globus Auth answered with an error, or with something that is no key set.</exception>
    /// <exception cref="IdTokenValidationException">No key can verify ID tokens, or the document has no https address for the keys.</exception>
    public virtual async Task<GlobusJsonWebKey> GetJwkAsync(OpenIdConfiguration? openIdConfiguration = null, CancellationToken cancellationToken = default) =>
        SigningKeys.FirstUsable(await GetJwksAsync(openIdConfiguration, cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// Validates the ID token of a response as one for this client: what <see cref="OAuthTokenResponse.DecodeIdTokenAsync"/> does, also where the response was
    /// made by hand.
    /// </summary>
    /// <param name="response">The response.</param>
    /// <param name="options">How to validate it. Default: as <see cref="IdTokenValidationOptions"/> says.</param>
    /// <param name="cancellationToken">Stops waiting for document and keys.</param>
    /// <returns>What the token says.</returns>
    /// <exception cref="IdTokenValidationException">The token failed a check.</exception>
    /// <exception cref="InvalidOperationException">There is no ID token.</exception>
    /// <exception cref="AuthApiException">Document or keys could not be fetched.</exception>
    public virtual Task<IdTokenClaims> DecodeIdTokenAsync(
        OAuthTokenResponse response, IdTokenValidationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.DecodeIdTokenByAsync(Decoder, options, null, null, cancellationToken);
    }

    /// <summary>Puts a clock right by what the answers to this client tell of the time; a substitute tells nothing.</summary>
    internal TimeProvider Correct(TimeProvider timeProvider) => _clock?.For(timeProvider) ?? timeProvider;

    /// <summary>
    /// Sees to it that the time at Globus Auth is known, before a token is given up because of its age. It is asked for once, and only if no answer has
    /// told it; where that fails, the machine's clock has to do.
    /// </summary>
    internal ValueTask LearnTimeAsync(CancellationToken cancellationToken) =>
        _clock is null or { IsKnown: true } ? default : new(AskTimeOnceAsync().WaitAsync(cancellationToken));

    internal Task<OAuthTokenResponse> ExchangeCodeAsync(string code, AuthorizationFlowState flow, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> form = [new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", flow.RedirectUri)];
        if (flow.Verifier is not null)
        {
            form.Add(new("code_verifier", flow.Verifier));
        }

        return RequestTokensAsync(form, RequestReplay.AuthorizationCodeGrant, flow.Nonce, cancellationToken);
    }

    /// <summary>The label to propose on the consent page, if this kind of client sends one.</summary>
    private protected virtual string? PrefillOf(AuthorizationFlowOptions options) => null;

    /// <summary>Says who is calling: in a header, or in the form.</summary>
    private protected abstract void Authenticate(HttpRequestMessage request, List<KeyValuePair<string, string>> form);

    private protected Task<OAuthTokenResponse> RequestTokensAsync(
        IEnumerable<KeyValuePair<string, string>> form, RequestReplay replay, string? nonce, CancellationToken cancellationToken) =>
        RequestTokensAsync(new OAuthRequest("v2/oauth2/token", replay, form), nonce, cancellationToken);

    private Task<OAuthTokenResponse> RequestTokensAsync(OAuthRequest request, string? nonce, CancellationToken cancellationToken) =>
        Transport.PostAsync(
            request, Authenticate, root => TokenResponseReader.Read(root, Clock.GetUtcNow(), Decoder, nonce), cancellationToken);

    private Task AskTimeOnceAsync()
    {
        lock (_timeGate)
        {
            return _timeAsked ??= AskTimeAsync();
        }
    }

    private async Task AskTimeAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

        // Whatever goes wrong, it would come again at every look at a token. Whoever asks next for something that cannot do without an answer says so.
        await Transport.AskTimeAsync(SigningKeys.DiscoveryPath, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<IReadOnlyList<GlobusJsonWebKey>> FetchKeysAsync(Uri address, CancellationToken cancellationToken) =>
        (await Transport.GetAsync(address, OpenIdJsonContext.Default.JwkSet, cancellationToken).ConfigureAwait(false)).Keys;

    private static OAuthRequest AboutToken(string path, string token, IEnumerable<KeyValuePair<string, string>>? extraParameters) =>
        new(path, RequestReplay.Harmless, [new("token", token), .. ExtraParameters.Check(extraParameters, ExtraParameters.OfGrants)]);

    private static bool AsksForIdToken(IEnumerable<string> scopes) =>
        scopes.Any(static text => ScopeSet.TryParse(text, out var set) && set.Any(static scope => scope.Value == GlobusScopes.OpenId));

    private static InvalidOperationException NotForUse() => new(
        "This login client was made by its parameterless constructor, which is for substitutes: override the member that was called.");
}
