using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.LoginFlows;

/// <summary>Drives a login, by whatever means, to tokens. Implementations are thread-safe; an app runs one login at a time.</summary>
public interface ILoginFlowManager
{
    /// <summary>
    /// Whether a login can be completed here and now: a person is at hand, or none is needed. Decides whether a request that needs a
    /// login starts one by itself, where <see cref="GlobusOptions.OnLoginRequired"/> does not say.
    /// </summary>
    bool IsAvailable { get; }

    /// <summary>Runs a login.</summary>
    /// <param name="parameters">The scopes to ask for, and how the person has to log in.</param>
    /// <param name="cancellationToken">Gives up the login.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="LoginFlowException">The login did not come to its end.</exception>
    Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default);
}
