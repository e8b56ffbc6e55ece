using System.Net.Http.Headers;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Authorizers;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Lets the pipeline work with an authorizer that stands without an app: it renews, and never logs in.</summary>
internal sealed class AuthorizerAuthorization(IGlobusAuthorizer authorizer) : IRequestAuthorization
{
    public bool RedrivesRequirements => false;

    public ValueTask<AuthenticationHeaderValue?> GetHeaderAsync(string resourceServer, CancellationToken cancellationToken) =>
        authorizer.GetAuthorizationHeaderAsync(cancellationToken);

    public ValueTask<AuthenticationHeaderValue?> RenewAsync(
        string resourceServer, AuthenticationHeaderValue rejected, bool mayLogIn, CancellationToken cancellationToken) =>
        authorizer.RenewAsync(rejected, cancellationToken);

    public ValueTask<AuthenticationHeaderValue?> SatisfyAsync(
        string resourceServer, GlobusAuthorizationRequirements requirements, long sentAt, CancellationToken cancellationToken) => default;
}
