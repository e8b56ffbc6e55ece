using System.Net.Http.Headers;
using Globus.Extensions.AuthorizationRequirements;

namespace Globus.Extensions.Http.Internal;

/// <summary>What the pipeline asks of whoever is logged in. The handler holds none: each request brings its own.</summary>
internal interface IRequestAuthorization
{
    /// <summary>Whether answers with authorization requirements lead to a login (<see cref="GlobusOptions.RedriveAuthorizationRequirements"/>).</summary>
    bool RedrivesRequirements { get; }

    /// <summary>The header for the resource server; completes at once while a usable token is in hand.</summary>
    /// <returns>The header, or <see langword="null"/> only if requests are deliberately anonymous.</returns>
    ValueTask<AuthenticationHeaderValue?> GetHeaderAsync(string resourceServer, CancellationToken cancellationToken);

    /// <summary>The service answered 401 to this header.</summary>
    /// <param name="resourceServer">The resource server.</param>
    /// <param name="rejected">The header that was sent.</param>
    /// <param name="mayLogIn">Whether a login may be the way to another one; not if the answer itself asks for a special one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Another header to try, or <see langword="null"/> if there is none to be had.</returns>
    ValueTask<AuthenticationHeaderValue?> RenewAsync(
        string resourceServer, AuthenticationHeaderValue rejected, bool mayLogIn, CancellationToken cancellationToken);

    /// <summary>Logs in as the requirements say, unless somebody has since the request was sent; they join the app's own.</summary>
    /// <returns>The header after the login, or <see langword="null"/> if there is no login to be had.</returns>
    ValueTask<AuthenticationHeaderValue?> SatisfyAsync(
        string resourceServer, GlobusAuthorizationRequirements requirements, long sentAt, CancellationToken cancellationToken);
}
