using System.Net.Http.Headers;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Authorizers;

/// <summary>Sends an access token as it is; it cannot be renewed.</summary>
public sealed class AccessTokenAuthorizer : IGlobusAuthorizer
{
    private readonly AuthenticationHeaderValue _header;

    /// <summary>Creates the authorizer.</summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="resourceServer">The service that it is for, such as <c>groups.api.globus.org</c>, if that is known.</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public AccessTokenAuthorizer(string accessToken, string? resourceServer = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessToken);
        _header = new AuthenticationHeaderValue("Bearer", accessToken);
        ResourceServer = resourceServer;
    }

    /// <summary>Creates the authorizer of a stored token. Nothing looks at the end of its time: the service does.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException">The access token is empty.</exception>
    public AccessTokenAuthorizer(TokenData token)
        : this((token ?? throw new ArgumentNullException(nameof(token))).AccessToken, token.ResourceServer)
    {
    }

    /// <inheritdoc/>
    public string? ResourceServer { get; }

    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> GetAuthorizationHeaderAsync(CancellationToken cancellationToken = default) => new(_header);

    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> RenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken = default) => default;
}
