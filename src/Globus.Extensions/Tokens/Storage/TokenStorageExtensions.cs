using Globus.Extensions.OAuth;

namespace Globus.Extensions.Tokens.Storage;

/// <summary>Makes storages handy where no app looks after them.</summary>
public static class TokenStorageExtensions
{
    /// <summary>Stores what a login brought, replacing what is stored of the same resource servers. Whose the stored tokens are is not compared: an app does that.</summary>
    /// <param name="storage">The storage.</param>
    /// <param name="response">
    /// The answer to a login or to client credentials. That of a renewal lacks what stays as it was: store the <see cref="TokenData"/> that
    /// the <c>OnRenewed</c> of an authorizer gives.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation: then either all of the records are stored or none.</param>
    /// <returns>The records, by resource server; each with the identity that the validated ID token names.</returns>
    /// <exception cref="OpenId.IdTokenValidationException">The response has an ID token that failed a check; nothing was stored.</exception>
    /// <exception cref="InvalidOperationException">The response has an ID token and was made by hand, so that nothing can validate it; nothing was stored.</exception>
    /// <exception cref="TokenStorageException">The storage cannot be read or written; nothing of it has changed.</exception>
    public static async ValueTask<IReadOnlyDictionary<string, TokenData>> StoreResponseAsync(
        this ITokenStorage storage, OAuthTokenResponse response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(response);
        var identityId = response.IdToken is null ? null : (await response.DecodeIdTokenAsync(cancellationToken: cancellationToken).ConfigureAwait(false)).Sub.Value;
        var tokens = TokenData.FromResponse(response, identityId);
        await storage.StoreAsync(tokens, cancellationToken).ConfigureAwait(false);
        return tokens.ToDictionary(static token => token.ResourceServer, StringComparer.Ordinal);
    }

    /// <summary>Adds one record, replacing that of the same resource server: what an authorizer's <c>OnRenewed</c> wants.</summary>
    /// <param name="storage">The storage.</param>
    /// <param name="token">The record.</param>
    /// <param name="cancellationToken">Cancels the operation: then nothing is stored.</param>
    /// <returns>A task that ends when the record is stored.</returns>
    /// <exception cref="TokenStorageException">The storage cannot be read or written; nothing of it has changed.</exception>
    public static ValueTask StoreAsync(this ITokenStorage storage, TokenData token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(token);
        return storage.StoreAsync([token], cancellationToken);
    }
}
