using Globus.Extensions.Configuration;
using Globus.Extensions.OAuth;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.LoginFlows.Internal;

internal sealed class LocalServerLoginFlowManagerFactory(IOptionsMonitor<LocalServerLoginOptions> options, IBrowserLauncher browser) : ILoginFlowManagerFactory
{
    public ILoginFlowManager Create(GlobusAppContext context, GlobusLoginClient loginClient, LoginFlowSettings settings) =>
        new LocalServerLoginFlowManager(
            loginClient,
            settings,
            options.Get(context.Name).ForApp(context.AppName),
            browser,
            timeProvider: context.TimeProvider,
            logger: context.LoggerFactory.CreateLogger(LoginFlowLog.Category));
}
