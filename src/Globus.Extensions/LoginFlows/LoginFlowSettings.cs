namespace Globus.Extensions.LoginFlows;

/// <summary>What the logins of an app have in common.</summary>
public sealed record LoginFlowSettings
{
    /// <summary>Where the browser is sent with the answer, as it was configured. Default: the login client's own default.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>Whether refresh tokens are asked for. Default: <see langword="false"/>.</summary>
    public bool RequestRefreshTokens { get; init; }

    /// <summary>The label that the consent page proposes for a native client.</summary>
    public string? NativePrefillNamedGrant { get; init; }

    /// <summary>Further query parameters of the authorize URL. Names that the protocol uses are refused. Default: none.</summary>
    public IEnumerable<KeyValuePair<string, string>>? ExtraParameters { get; init; }

    /// <summary>Whether a flow that could open a browser by itself may do so. Default: <see langword="true"/>.</summary>
    public bool OpenBrowser { get; init; } = true;

    /// <summary>The command by which a person logs in elsewhere, for the message where no flow can run. Default: none is named.</summary>
    public string? LoginCommand { get; init; }

    /// <summary>
    /// What an app gives its login flows: the redirect URI, refresh tokens and login command of its options, and as the label of the consent <c>{app name} on {machine}</c>.
    /// </summary>
    /// <param name="options">The options of the app.</param>
    /// <returns>The settings.</returns>
    public static LoginFlowSettings ForApp(GlobusOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new LoginFlowSettings
        {
            RedirectUri = options.LoginRedirectUri,
            RequestRefreshTokens = options.RequestRefreshTokens,
            NativePrefillNamedGrant = options.AppName is null ? null : NamedGrant(options.AppName),
            LoginCommand = options.LoginCommand,
        };
    }

    private static string NamedGrant(string appName)
    {
        const string Local = ".local";
        var host = Environment.MachineName;
        if (host.EndsWith(Local, StringComparison.OrdinalIgnoreCase))
        {
            host = host[..^Local.Length];
        }

        return host.Length == 0 ? appName : $"{appName} on {host}";
    }
}
