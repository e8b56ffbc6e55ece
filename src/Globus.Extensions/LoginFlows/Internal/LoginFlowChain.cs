using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.OAuth;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>Tries login flows in order: one that cannot run here makes way for the next.</summary>
internal sealed class LoginFlowChain(IReadOnlyList<(string Name, ILoginFlowManager Manager)> flows, ILogger logger) : ILoginFlowManager
{
    public bool IsAvailable => flows.Any(static flow => flow.Manager.IsAvailable);

    public async Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return await flows[i].Manager.RunLoginFlowAsync(parameters, cancellationToken).ConfigureAwait(false);
            }
            catch (LoginFlowUnavailableException exception) when (i + 1 < flows.Count)
            {
                LoginFlowLog.TryingNext(logger, flows[i].Name, flows[i + 1].Name, exception.Message);
            }
        }
    }
}
