using System.Net.Http.Headers;

namespace Globus.Extensions.Authorizers;

/// <summary>Knows the <c>Authorization</c> header for one service, and how to get another one. Implementations are thread-safe.</summary>
public interface IGlobusAuthorizer
{
    /// <summary>
    /// The service that the header is for, such as <c>groups.api.globus.org</c>; <see langword="null"/>, the default, if it does not know. What has a
    /// service is refused by the clients of others.
    /// </summary>
    string? ResourceServer => null;

    /// <summary>Gets the header to send now, renewing what it is made of if that has come to its end.</summary>
    /// <param name="cancellationToken">Stops waiting; a renewal that others wait for goes on.</param>
    /// <returns>The header, or <see langword="null"/> if requests are sent without one.</returns>
    ValueTask<AuthenticationHeaderValue?> GetAuthorizationHeaderAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells that a service answered 401 to a header.</summary>
    /// <param name="rejected">The header that was sent.</param>
    /// <param name="cancellationToken">Stops waiting; a renewal that others wait for goes on.</param>
    /// <returns>Another header to try, or <see langword="null"/> if there is none to be had.</returns>
    ValueTask<AuthenticationHeaderValue?> RenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken = default);
}
