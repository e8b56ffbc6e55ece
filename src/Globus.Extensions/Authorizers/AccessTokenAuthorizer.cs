using System.Net.Http.Headers;

namespace Globus.Extensions.Authorizers;

/// <summary>Sends an access token as it is; it cannot be renewed.</summary>
public sealed class AccessTokenAuthorizer : IGlobusAuthorizer
{
    private readonly AuthenticationHeaderValue _header;

    /// <summary>Creates the authorizer.</summary>
    /// <param name="accessToken">The access token.</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public AccessTokenAuthorizer(string accessToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessToken);
        _header = new AuthenticationHeaderValue("Bearer", accessToken);
    }

    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> GetAuthorizationHeaderAsync(CancellationToken cancellationToken = default) => new(_header);

    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> RenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken = default) => default;
}
