using System.Net.Http.Headers;
using System.Text;

namespace Globus.Extensions.Authorizers;

/// <summary>Sends a user name and a password, or a client id and its secret (RFC 7617, in UTF-8).</summary>
public sealed class BasicAuthorizer : IGlobusAuthorizer
{
    private readonly AuthenticationHeaderValue _header;

    /// <summary>Creates the authorizer.</summary>
    /// <param name="userName">The user name or client id, which has no colon.</param>
    /// <param name="password">The password or client secret.</param>
    /// <exception cref="ArgumentException">The user name is empty or has a colon.</exception>
    public BasicAuthorizer(string userName, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (userName.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user name in Basic authentication has no colon (RFC 7617, section 2).", nameof(userName));
        }

        _header = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}")));
    }

    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> GetAuthorizationHeaderAsync(CancellationToken cancellationToken = default) => new(_header);

    /// <inheritdoc/>
    public ValueTask<AuthenticationHeaderValue?> RenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken = default) => default;
}
