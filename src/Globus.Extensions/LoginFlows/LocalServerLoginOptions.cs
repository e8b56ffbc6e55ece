namespace Globus.Extensions.LoginFlows;

/// <summary>How a login with a browser on this machine works. For <see cref="LocalServerLoginFlowManager"/> and <see cref="LoopbackRedirectListener"/>.</summary>
public sealed class LocalServerLoginOptions
{
    /// <summary>
    /// The address to listen on: a loopback address, or <c>localhost</c> for both of IPv4 and IPv6. Default: <c>127.0.0.1</c> (RFC 8252, section 7.3).
    /// </summary>
    /// <remarks>Without a meaning where <see cref="GlobusOptions.LoginRedirectUri"/> is set: the address is then taken from there.</remarks>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>The port to listen on. Default: 0, for a free one that the system chooses.</summary>
    public int Port { get; set; }

    /// <summary>
    /// How long to wait for the person; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit. Default: 15 minutes.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The page that the person sees in the end, as HTML in UTF-8. <c>$login_result</c> or <c>${login_result}</c> is the heading, <c>$post_login_message</c> what is said
    /// below it, <c>$app_name</c> the name of the app; <c>$$</c> is a dollar sign. Values are escaped. Default: a plain page of the library's own.
    /// </summary>
    /// <remarks>The page may hold inline styles and images, but no script and nothing from elsewhere: its security policy keeps the browser from loading it.</remarks>
    public string? HtmlTemplate { get; set; }

    /// <summary>What the page says below the heading after a successful login. Default: that the page can be closed.</summary>
    public string? SuccessMessage { get; set; }

    /// <summary>The name of the app on the page. Default: that of the app, where there is one.</summary>
    public string? AppName { get; set; }

    /// <summary>
    /// Whether to listen although the browser seems to be out of reach, as in a remote session whose port is forwarded. Default: <see langword="false"/>.
    /// </summary>
    public bool IgnoreEnvironment { get; set; }

    /// <summary>The same options with a name for the app, where they have none.</summary>
    internal LocalServerLoginOptions ForApp(string appName)
    {
        var options = (LocalServerLoginOptions)MemberwiseClone();
        options.AppName ??= appName;
        return options;
    }
}
