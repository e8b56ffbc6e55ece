using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Emulator;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.Tests.DependencyInjection;

/// <summary>A login flow of an application's own: one person signs in at the emulator.</summary>
internal sealed class SignInFlow(GlobusEmulator emulator, string userName, GlobusLoginClient loginClient, LoginFlowSettings settings)
    : LoginFlowManager(loginClient, settings)
{
    public override bool IsAvailable => true;

    public override Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default)
    {
        var flow = StartFlow(parameters);
        return flow.ExchangeRedirectAsync(emulator.SignIn(flow.AuthorizeUrl, userName), cancellationToken);
    }
}
