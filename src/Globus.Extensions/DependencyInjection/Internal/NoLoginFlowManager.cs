using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>The login flow of an app that acts for its client: there is none.</summary>
internal sealed class NoLoginFlowManager : ILoginFlowManager
{
    public bool IsAvailable => false;

    public Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default) =>
        throw new LoginFlowUnavailableException(
            "An app of kind Client gets its tokens by its secret and never logs a person in. Set Globus:Kind to User, or name a login flow in Globus:LoginFlows.");
}
