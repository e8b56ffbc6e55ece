using System.Net.Http.Headers;

namespace Globus.Extensions.Authorizers;

/// <summary>Sends requests without a header, on purpose.</summary>
public sealed class NullAuthorizer : IGlobusAuthorizer
{
    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> GetAuthorizationHeaderAsync(CancellationToken cancellationToken = default) => default;

    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> RenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken = default) => default;
}
