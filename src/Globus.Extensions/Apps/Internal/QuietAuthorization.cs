using System.Net.Http.Headers;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Apps.Internal;

/// <summary>
/// For requests that an app sends to judge its own tokens: with the token that is there or can be renewed, without a login, and without the
/// look at consents that such a request is part of.
/// </summary>
internal sealed class QuietAuthorization(GlobusApp app) : IRequestAuthorization
{
    public bool RedrivesRequirements => false;

    public async ValueTask<AuthenticationHeaderValue?> GetHeaderAsync(string resourceServer, CancellationToken cancellationToken) =>
        (await app.ObtainQuietlyAsync(resourceServer, null, cancellationToken).ConfigureAwait(false)).Header;

    public async ValueTask<AuthenticationHeaderValue?> RenewAsync(
        string resourceServer, AuthenticationHeaderValue rejected, bool mayLogIn, CancellationToken cancellationToken) =>
        (await app.ObtainQuietlyAsync(resourceServer, rejected, cancellationToken).ConfigureAwait(false)).Header;

    public ValueTask<AuthenticationHeaderValue?> SatisfyAsync(
        string resourceServer, GlobusAuthorizationRequirements requirements, long sentAt, CancellationToken cancellationToken) => default;
}
