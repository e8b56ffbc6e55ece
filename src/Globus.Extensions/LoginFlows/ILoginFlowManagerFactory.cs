using Globus.Extensions.Configuration;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.LoginFlows;

/// <summary>Creates the login flow manager of an app; registered under the name by which <see cref="GlobusOptions.LoginFlows"/> asks for it.</summary>
public interface ILoginFlowManagerFactory
{
    /// <summary>Creates the manager.</summary>
    /// <param name="context">The app that it is for.</param>
    /// <param name="loginClient">The client of the app.</param>
    /// <param name="settings">What the app's options say of its logins.</param>
    /// <returns>The manager.</returns>
    ILoginFlowManager Create(GlobusAppContext context, GlobusLoginClient loginClient, LoginFlowSettings settings);
}
