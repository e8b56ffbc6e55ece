using Globus.Extensions.Configuration;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>The local server where a browser can be had, else the command line. Either may be one that the application has put in its place.</summary>
internal sealed class AutoLoginFlowManagerFactory(IServiceProvider services) : ILoginFlowManagerFactory
{
    public static IReadOnlyList<string> Flows { get; } = [LoginFlowNames.LocalServer, LoginFlowNames.CommandLine];

    public ILoginFlowManager Create(GlobusAppContext context, GlobusLoginClient loginClient, LoginFlowSettings settings) =>
        LoginFlowStrategies.Create(services, context, loginClient, settings, Flows);
}
