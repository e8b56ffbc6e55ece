using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tokens.Internal;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Looks consents up by the service client of Auth, which is made when it is needed: building an app builds no pipeline.</summary>
internal sealed class ConsentLookup(Func<IRequestAuthorization, AuthClient> createClient) : IConsentLookup
{
    public Task<ConsentForest> GetForestAsync(string identityId, IRequestAuthorization authorization, CancellationToken cancellationToken) =>
        createClient(authorization).Consents.GetForestAsync(new IdentityId(identityId), cancellationToken: cancellationToken);
}
