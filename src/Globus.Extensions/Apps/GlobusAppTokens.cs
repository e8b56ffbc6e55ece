using Globus.Extensions.Authorizers;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps;

/// <summary>
/// The tokens of an app, for programs that handle them themselves. Nothing here starts a login: what is missing is an exception that says so.
/// Thread-safe.
/// </summary>
/// <remarks>Programs that use the service clients need none of this: their requests get the right token by themselves.</remarks>
public class GlobusAppTokens
{
    private readonly Internal.AppTokenLoader? _loader;

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected GlobusAppTokens()
    {
    }

    internal GlobusAppTokens(Internal.AppTokenLoader loader) => _loader = loader;

    private Internal.AppTokenLoader Loader => _loader ?? throw new InvalidOperationException(
        "This object was made by its parameterless constructor, which is for substitutes: override the member that was called.");

    /// <summary>Loads the stored tokens that may be used now, and renews those that have ended and can be renewed.</summary>
    /// <param name="scopes">
    /// What the tokens are needed for: then only the tokens that hold one of these scopes are loaded, and every scope has to be held by one of
    /// them. Default: all tokens; those that have ended and cannot be renewed are left out.
    /// </param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The tokens by resource server; never empty.</returns>
    /// <exception cref="FormatException">A scope is malformed.</exception>
    /// <exception cref="MissingTokenException">Nothing is stored.</exception>
    /// <exception cref="UnmetScopeRequirementsException">
    /// No stored token holds one of the scopes, or the person has not consented to what one depends on. If Globus Auth does not say, the consents are taken to be there.
    /// </exception>
    /// <exception cref="ExpiredTokenException">
    /// A token has ended and cannot be renewed: one that holds a scope asked for or, where no scope was given, all there are.
    /// </exception>
    /// <exception cref="TokenStorageException">The storage cannot be read or written.</exception>
    public virtual Task<IReadOnlyDictionary<string, TokenData>> LoadAsync(IEnumerable<string>? scopes = null, CancellationToken cancellationToken = default) =>
        Loader.LoadAsync(scopes, cancellationToken);

    /// <summary>As <see cref="LoadAsync"/>, by scope: a token stands under each scope that it holds, or under each of those asked for.</summary>
    /// <param name="scopes">What the tokens are needed for. Default: everything they hold.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The tokens by scope; never empty.</returns>
    /// <exception cref="FormatException">A scope is malformed.</exception>
    /// <exception cref="MissingTokenException">Nothing is stored.</exception>
    /// <exception cref="UnmetScopeRequirementsException">No stored token holds one of the scopes.</exception>
    /// <exception cref="ExpiredTokenException">A token has ended and cannot be renewed, as <see cref="LoadAsync"/> tells.</exception>
    /// <exception cref="TokenStorageException">The storage cannot be read or written.</exception>
    public virtual Task<IReadOnlyDictionary<string, TokenData>> LoadByScopeAsync(IEnumerable<string>? scopes = null, CancellationToken cancellationToken = default) =>
        Loader.LoadByScopeAsync(scopes, static (_, token) => token, cancellationToken);

    /// <summary>Gets authorizers for the tokens that <see cref="LoadAsync"/> gives. They always use the app's current token and renew it.</summary>
    /// <param name="scopes">What they are needed for. Default: everything that is stored.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The authorizers by resource server; never empty.</returns>
    /// <exception cref="FormatException">A scope is malformed.</exception>
    /// <exception cref="MissingTokenException">Nothing is stored.</exception>
    /// <exception cref="UnmetScopeRequirementsException">No stored token holds one of the scopes.</exception>
    /// <exception cref="ExpiredTokenException">A token has ended and cannot be renewed, as <see cref="LoadAsync"/> tells.</exception>
    /// <exception cref="TokenStorageException">The storage cannot be read or written.</exception>
    public virtual Task<IReadOnlyDictionary<string, IGlobusAuthorizer>> GetAuthorizersAsync(
        IEnumerable<string>? scopes = null, CancellationToken cancellationToken = default) => Loader.GetAuthorizersAsync(scopes, cancellationToken);

    /// <summary>As <see cref="GetAuthorizersAsync"/>, by scope.</summary>
    /// <param name="scopes">What they are needed for. Default: everything that is stored.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The authorizers by scope; never empty.</returns>
    /// <exception cref="FormatException">A scope is malformed.</exception>
    /// <exception cref="MissingTokenException">Nothing is stored.</exception>
    /// <exception cref="UnmetScopeRequirementsException">No stored token holds one of the scopes.</exception>
    /// <exception cref="ExpiredTokenException">A token has ended and cannot be renewed, as <see cref="LoadAsync"/> tells.</exception>
    /// <exception cref="TokenStorageException">The storage cannot be read or written.</exception>
    public virtual Task<IReadOnlyDictionary<string, IGlobusAuthorizer>> GetAuthorizersByScopeAsync(
        IEnumerable<string>? scopes = null, CancellationToken cancellationToken = default) =>
        Loader.LoadByScopeAsync(scopes, Loader.AuthorizerOf, cancellationToken);

    /// <summary>Stores tokens that were obtained elsewhere beside those of other resource servers, and uses them from now on.</summary>
    /// <param name="tokens">The tokens. Of two for one resource server the later one counts.</param>
    /// <param name="cancellationToken">Cancels the storing: then all of the tokens are stored or none.</param>
    /// <returns>A task that ends when the tokens are stored.</returns>
    /// <exception cref="IdentityMismatchException">The tokens belong to another identity than the stored ones, or to several; nothing was stored.</exception>
    /// <exception cref="TokenStorageException">The storage cannot be read or written; nothing of it has changed.</exception>
    public virtual Task SaveAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return Loader.SaveAsync([.. tokens], cancellationToken);
    }

    /// <summary>Revokes tokens, the refresh tokens among them too, and removes them from the storage if they stand there.</summary>
    /// <param name="tokens">The tokens; they need not be stored.</param>
    /// <param name="cancellationToken">Stops after the token that is being revoked.</param>
    /// <returns>A task that ends when all are revoked.</returns>
    /// <exception cref="LogoutException">
    /// Everything was done that could be, but some tokens could not be revoked and stay valid until they end, or could not be removed.
    /// </exception>
    public virtual Task RevokeAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return Loader.RevokeAsync([.. tokens], cancellationToken);
    }
}
