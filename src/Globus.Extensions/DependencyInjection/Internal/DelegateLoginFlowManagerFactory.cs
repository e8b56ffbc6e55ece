using Globus.Extensions.Configuration;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.DependencyInjection.Internal;

internal sealed class DelegateLoginFlowManagerFactory(Func<GlobusAppContext, GlobusLoginClient, LoginFlowSettings, ILoginFlowManager> create) : ILoginFlowManagerFactory
{
    public ILoginFlowManager Create(GlobusAppContext context, GlobusLoginClient loginClient, LoginFlowSettings settings) => create(context, loginClient, settings);
}
