using System.Net.Http.Headers;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Authorizers;

/// <summary>Sends an access token of the client itself and gets another one by its credentials, once however many callers need it. Thread-safe.</summary>
public sealed class ClientCredentialsAuthorizer : IGlobusAuthorizer
{
    private readonly TokenRenewer _renewer;

    /// <summary>Creates the authorizer. Nothing is requested until a header is needed that <paramref name="token"/> cannot give.</summary>
    /// <param name="loginClient">The client that acts for itself.</param>
    /// <param name="resourceServer">The service that the tokens are for.</param>
    /// <param name="scopes">Scopes of that service.</param>
    /// <param name="token">A token that is there already.</param>
    /// <param name="options">How to renew it, and what to do with the new one.</param>
    /// <exception cref="ArgumentException">There is no scope, or the token is for another service.</exception>
    public ClientCredentialsAuthorizer(
        ConfidentialLoginClient loginClient, string resourceServer, IEnumerable<string> scopes, TokenData? token = null, RenewingAuthorizerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(loginClient);
        ArgumentException.ThrowIfNullOrWhiteSpace(resourceServer);
        ArgumentNullException.ThrowIfNull(scopes);
        string[] wanted = [.. scopes];
        if (wanted.Length == 0)
        {
            throw new ArgumentException("The grant asks for at least one scope.", nameof(scopes));
        }

        if (token is not null && !string.Equals(token.ResourceServer, resourceServer, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The token is for '{token.ResourceServer}', not for '{resourceServer}'.", nameof(token));
        }

        ResourceServer = resourceServer;
        var source = new StandaloneTokenSource(
            resourceServer,
            (_, cancellationToken) => loginClient.GetClientCredentialsTokensAsync(wanted, cancellationToken),
            options?.OnRenewed);
        _renewer = StandaloneRenewer.Create(source, loginClient, options, token);
    }

    /// <inheritdoc/>
    public string? ResourceServer { get; }

    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> GetAuthorizationHeaderAsync(CancellationToken cancellationToken = default) =>
        _renewer.GetHeaderAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> RenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken = default) =>
        _renewer.ReplaceAsync(rejected, cancellationToken);
}
