using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.LoginFlows;

/// <summary>A base for login flow managers that send a person to the authorize URL of Globus Auth.</summary>
public abstract class LoginFlowManager : ILoginFlowManager
{
    /// <summary>Creates the manager.</summary>
    /// <param name="loginClient">The client that asks for the tokens.</param>
    /// <param name="settings">What its logins have in common.</param>
    protected LoginFlowManager(GlobusLoginClient loginClient, LoginFlowSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(loginClient);
        LoginClient = loginClient;
        Settings = settings ?? new LoginFlowSettings();
    }

    /// <inheritdoc/>
    public abstract bool IsAvailable { get; }

    /// <summary>Whether a person may press a key to go on to the next flow: this one leaves the keyboard alone.</summary>
    internal virtual bool CanBeSkippedByKey => false;

    /// <summary>The client that asks for the tokens.</summary>
    protected GlobusLoginClient LoginClient { get; }

    /// <summary>What the logins have in common.</summary>
    protected LoginFlowSettings Settings { get; }

    /// <inheritdoc/>
    public abstract Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Starts an authorization code flow with the parameters and settings.</summary>
    /// <param name="parameters">The scopes to ask for, and how the person has to log in.</param>
    /// <param name="redirectUri">Where the browser is sent with the answer. Default: that of the settings.</param>
    /// <returns>The flow; its <see cref="AuthorizationFlow.AuthorizeUrl"/> is what the person visits.</returns>
    protected AuthorizationFlow StartFlow(GlobusAuthorizationParameters parameters, string? redirectUri = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return LoginClient.StartFlow(new AuthorizationFlowOptions
        {
            Parameters = parameters,
            RedirectUri = redirectUri ?? Settings.RedirectUri,
            RequestRefreshTokens = Settings.RequestRefreshTokens,
            PrefillNamedGrant = Settings.NativePrefillNamedGrant,
            ExtraParameters = Settings.ExtraParameters,
        });
    }
}
