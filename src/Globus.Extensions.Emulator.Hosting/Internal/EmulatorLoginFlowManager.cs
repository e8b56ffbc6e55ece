using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.Emulator.Hosting.Internal;

/// <summary>Does at the emulator what a person does in the browser; everything else of the login is as it always is.</summary>
internal sealed class EmulatorLoginFlowManager(EmulatorInstance instance, GlobusLoginClient loginClient, LoginFlowSettings settings)
    : LoginFlowManager(loginClient, settings)
{
    public override bool IsAvailable => true;

    public override Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var emulator = instance.Running;
        var flow = StartFlow(parameters);
        try
        {
            return flow.ExchangeRedirectAsync(emulator.SignIn(flow.AuthorizeUrl, instance.UserName), cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            throw new LoginFlowException($"The emulator did not let '{instance.UserName}' in. {exception.Message}", exception);
        }
    }
}
