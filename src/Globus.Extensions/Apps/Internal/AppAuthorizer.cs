using System.Net.Http.Headers;
using Globus.Extensions.Authorizers;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Apps.Internal;

/// <summary>One resource server of an app, for code that takes an authorizer.</summary>
internal sealed class AppAuthorizer(IRequestAuthorization app, string resourceServer) : IGlobusAuthorizer
{
    public string? ResourceServer => resourceServer;

    public ValueTask<AuthenticationHeaderValue?> GetAuthorizationHeaderAsync(CancellationToken cancellationToken = default) =>
        app.GetHeaderAsync(resourceServer, cancellationToken);

    public ValueTask<AuthenticationHeaderValue?> RenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken = default) =>
        app.RenewAsync(resourceServer, rejected, mayLogIn: true, cancellationToken);
}
