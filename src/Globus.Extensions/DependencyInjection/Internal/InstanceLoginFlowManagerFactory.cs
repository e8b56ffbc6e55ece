using Globus.Extensions.Configuration;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Gives a manager that the application made, and that goes its own way whatever the settings say.</summary>
internal sealed class InstanceLoginFlowManagerFactory(ILoginFlowManager manager) : ILoginFlowManagerFactory
{
    public ILoginFlowManager Create(GlobusAppContext context, GlobusLoginClient loginClient, LoginFlowSettings settings) => manager;
}
