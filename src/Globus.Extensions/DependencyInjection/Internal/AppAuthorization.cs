using System.Net.Http.Headers;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Lets the pipeline work with an <see cref="IGlobusApp"/> that is not ours, such as a substitute.</summary>
internal sealed class AppAuthorization(IGlobusApp app) : IRequestAuthorization
{
    public bool RedrivesRequirements => false;

    public static IRequestAuthorization Of(IGlobusApp app) => app as IRequestAuthorization ?? new AppAuthorization(app);

    public async ValueTask<AuthenticationHeaderValue?> GetHeaderAsync(string resourceServer, CancellationToken cancellationToken)
    {
        var authorizer = await app.GetAuthorizerAsync(resourceServer, cancellationToken).ConfigureAwait(false);
        return await authorizer.GetAuthorizationHeaderAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<AuthenticationHeaderValue?> RenewAsync(
        string resourceServer, AuthenticationHeaderValue rejected, bool mayLogIn, CancellationToken cancellationToken)
    {
        var authorizer = await app.GetAuthorizerAsync(resourceServer, cancellationToken).ConfigureAwait(false);
        return await authorizer.RenewAsync(rejected, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<AuthenticationHeaderValue?> SatisfyAsync(
        string resourceServer, GlobusAuthorizationRequirements requirements, long sentAt, CancellationToken cancellationToken) => default;
}
