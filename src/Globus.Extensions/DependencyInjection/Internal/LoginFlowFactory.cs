using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Makes the login flows of an app: the one that its options describe, and those of single logins that are to be otherwise.</summary>
internal sealed class LoginFlowFactory(IServiceProvider services, AppRegistration registration)
{
    private ILoginFlowManager? _default;

    /// <summary>Makes the flow of the options.</summary>
    public ILoginFlowManager CreateDefault() => _default = AppFactory.CreateLoginFlow(services, registration, LoginFlowChange.None);

    /// <summary>Whether a flow was made here, so that others can be made in its place.</summary>
    public bool Made(ILoginFlowManager flow) => ReferenceEquals(flow, _default);

    /// <summary>Makes a flow for one login.</summary>
    /// <exception cref="ArgumentException">A login flow is not registered.</exception>
    /// <exception cref="InvalidOperationException">The settings are those of an object that the application made.</exception>
    public ILoginFlowManager Create(LoginFlowChange change)
    {
        string[] known = [.. services.GetServices<StrategyName<ILoginFlowManagerFactory>>().Select(static flow => flow.Name).Distinct().Order(StringComparer.Ordinal)];
        if (change.Flows?.FirstOrDefault(flow => !known.Contains(flow, StringComparer.Ordinal)) is { } unknown)
        {
            throw new ArgumentException($"'{unknown}' is no login flow that is registered. Known are: {string.Join(", ", known)}.", nameof(change));
        }

        var names = change.Flows ?? [.. AppFactory.GetOptions(services, registration.Name).LoginFlows];
        if (change.ChangesSettings && LoginFlowStrategies.Expand(services, names).FirstOrDefault(IsInstance) is { } given)
        {
            throw new InvalidOperationException(
                $"The login flow '{given}' is an object with settings of its own, so they cannot be others for one login. "
                + "Add it by code that makes it from the settings it is given: AddLoginFlow(name, (services, context, loginClient, settings) => …).");
        }

        return AppFactory.CreateLoginFlow(services, registration, change);
    }

    private bool IsInstance(string name) => services.GetRequiredKeyedService<ILoginFlowManagerFactory>(name) is InstanceLoginFlowManagerFactory;
}
