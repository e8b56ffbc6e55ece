using Globus.Extensions.Apps;
using Globus.Extensions.Authorizers;

namespace Globus.Extensions;

/// <summary>
/// Who is logged in to Globus, and with which scopes: it obtains tokens, keeps them, renews them and gives each service client the
/// right one. One app serves any number of threads.
/// </summary>
public interface IGlobusApp
{
    /// <summary>The name under which the app was registered; empty for the default app.</summary>
    string Name { get; }

    /// <summary>The label for people.</summary>
    string AppName { get; }

    /// <summary>The scopes that the app requires, by resource server: a copy.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<string>> ScopeRequirements { get; }

    /// <summary>The tokens themselves, for programs that load, save, hand on or revoke them by hand.</summary>
    GlobusAppTokens Tokens { get; }

    /// <summary>Requires more scopes. A login that has become necessary runs when a token is needed next.</summary>
    /// <param name="resourceServer">The service that the scopes belong to.</param>
    /// <param name="scopes">The scopes; those required already change nothing.</param>
    /// <exception cref="ArgumentException">The resource server or a scope is empty.</exception>
    /// <exception cref="FormatException">A scope is malformed, or cannot be asked for together with the others: they would depend on themselves.</exception>
    void AddScopeRequirements(string resourceServer, IEnumerable<string> scopes);

    /// <summary>Logs in, unless what is stored serves already.</summary>
    /// <param name="options">What the login is for, what it is to be like, and whether to log in regardless.</param>
    /// <param name="cancellationToken">Gives up the login.</param>
    /// <returns>A task that ends when the tokens are stored.</returns>
    /// <exception cref="ArgumentException">The options name a login flow that is not registered, or a further parameter that the protocol uses.</exception>
    /// <exception cref="InvalidOperationException">The options ask for another flow, or other settings of it, than the object that the app was given.</exception>
    /// <exception cref="FormatException">The further scopes of the options are malformed, or cannot be asked for together with those of the app.</exception>
    /// <exception cref="OAuth.LoginFlowException">The login did not come to its end.</exception>
    /// <exception cref="Tokens.TokenValidationException">
    /// The tokens are not what is needed, or another identity's; they were not stored. Those that lack nothing but consents to what a scope depends on are
    /// stored, and good for all other services.
    /// </exception>
    /// <exception cref="OpenId.IdTokenValidationException">The ID token is not to be believed; nothing was stored.</exception>
    /// <exception cref="Http.AuthApiException">Globus Auth refused.</exception>
    Task LoginAsync(LoginOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells whether a person has to log in before requests can be sent. Reads the storage; sends nothing, unless scopes are required that depend on others:
    /// then Globus Auth is asked what the person has consented to, and if it does not say, that is taken to be enough.
    /// </summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>
    /// <see langword="true"/> if tokens are missing, lack scopes or consents, or have ended and cannot be renewed; always <see langword="false"/> for a client.
    /// </returns>
    /// <exception cref="Tokens.IdentityMismatchException">The stored tokens belong to several people: log out first.</exception>
    /// <exception cref="Tokens.TokenStorageException">The storage cannot be read.</exception>
    ValueTask<bool> IsLoginRequiredAsync(CancellationToken cancellationToken = default);

    /// <summary>Revokes and removes all tokens that are stored for the app.</summary>
    /// <param name="cancellationToken">Stops after the token that is being revoked.</param>
    /// <returns>A task that ends when no token is left.</returns>
    /// <exception cref="LogoutException">
    /// Everything was done that could be, but some tokens could not be revoked and stay valid until they end, or could not be removed.
    /// </exception>
    /// <exception cref="Tokens.TokenStorageException">The storage cannot be read; what was in hand is revoked.</exception>
    Task LogoutAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets what authorizes requests to a service, logging in first if that is necessary and allowed.</summary>
    /// <param name="resourceServer">The service.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>An authorizer that always uses the app's current token.</returns>
    /// <exception cref="InvalidOperationException">The app requires no scopes of this service.</exception>
    /// <exception cref="Tokens.TokenValidationException">There is no usable token, and no login to be had.</exception>
    /// <exception cref="Tokens.TokenRenewalException">The token cannot be renewed, and there is no login to be had.</exception>
    ValueTask<IGlobusAuthorizer> GetAuthorizerAsync(string resourceServer, CancellationToken cancellationToken = default);
}
