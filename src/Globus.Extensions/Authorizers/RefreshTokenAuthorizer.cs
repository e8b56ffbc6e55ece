using System.Net.Http.Headers;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Authorizers;

/// <summary>
/// Sends an access token and renews it by its refresh token, once however many callers need it. Thread-safe.
/// </summary>
public sealed class RefreshTokenAuthorizer : IGlobusAuthorizer
{
    private readonly TokenRenewer _renewer;

    /// <summary>Creates the authorizer. Nothing is requested until a header is needed that <paramref name="token"/> cannot give.</summary>
    /// <param name="loginClient">The client to which the refresh token was issued.</param>
    /// <param name="token">The token, which has a refresh token.</param>
    /// <param name="options">How to renew it, and what to do with the new one.</param>
    /// <exception cref="ArgumentException">There is no refresh token.</exception>
    public RefreshTokenAuthorizer(GlobusLoginClient loginClient, TokenData token, RenewingAuthorizerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(loginClient);
        ArgumentNullException.ThrowIfNull(token);
        if (token.RefreshToken is null)
        {
            throw new ArgumentException($"The token for '{token.ResourceServer}' has no refresh token. Ask for refresh tokens at login.", nameof(token));
        }

        ResourceServer = token.ResourceServer;
        var source = new StandaloneTokenSource(
            token.ResourceServer,
            (current, cancellationToken) => TokenGrant.RefreshAsync(loginClient, token.ResourceServer, (current ?? token).RefreshToken!, cancellationToken),
            options?.OnRenewed);
        _renewer = StandaloneRenewer.Create(source, loginClient, options, token);
    }

    /// <inheritdoc/>
    public string? ResourceServer { get; }

    /// <inheritdoc/>
    /// <exception cref="TokenRenewalException">The refresh token is no longer valid: a login is needed.</exception>
    public ValueTask<AuthenticationHeaderValue?> GetAuthorizationHeaderAsync(CancellationToken cancellationToken = default) =>
        _renewer.GetHeaderAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="TokenRenewalException">The refresh token is no longer valid: a login is needed.</exception>
    public ValueTask<AuthenticationHeaderValue?> RenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken = default) =>
        _renewer.ReplaceAsync(rejected, cancellationToken);
}
