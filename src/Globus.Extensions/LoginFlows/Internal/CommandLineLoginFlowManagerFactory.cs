using Globus.Extensions.Configuration;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.LoginFlows.Internal;

internal sealed class CommandLineLoginFlowManagerFactory : ILoginFlowManagerFactory
{
    public ILoginFlowManager Create(GlobusAppContext context, GlobusLoginClient loginClient, LoginFlowSettings settings) =>
        new CommandLineLoginFlowManager(loginClient, settings);
}
