using Globus.Extensions.Configuration;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Makes the login flow of an app from the names in its options.</summary>
internal static class LoginFlowStrategies
{
    public static ILoginFlowManager Create(
        IServiceProvider services, GlobusAppContext context, GlobusLoginClient loginClient, LoginFlowSettings settings, IEnumerable<string> names)
    {
        // One chain of all, so that a person who skips is not asked by two.
        KeyValuePair<string, ILoginFlowManager>[] flows =
            [.. Expand(services, names).Select(name => KeyValuePair.Create(name, Factory(services, name).Create(context, loginClient, settings)))];
        return flows is [var only]
            ? only.Value
            : new LoginFlowChain(
                flows,
                new ConsoleLoginSkip(ownsInterrupt: services.GetService<IHostLifetime>() is null, context.TimeProvider),
                context.LoggerFactory.CreateLogger(LoginFlowLog.Category),
                settings.LoginCommand);
    }

    /// <summary>The names of the flows that are tried in the end.</summary>
    public static IEnumerable<string> Expand(IServiceProvider services, IEnumerable<string> names) =>
        names.SelectMany(name => Factory(services, name) is AutoLoginFlowManagerFactory ? AutoLoginFlowManagerFactory.Flows : [name]).Distinct(StringComparer.Ordinal);

    private static ILoginFlowManagerFactory Factory(IServiceProvider services, string name) => services.GetRequiredKeyedService<ILoginFlowManagerFactory>(name);
}
