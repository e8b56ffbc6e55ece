using System.Globalization;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.LoginFlows;

/// <summary>
/// Opens the browser and receives its answer on a loopback address of this machine (RFC 8252, section 7.3), so that the person copies nothing.
/// </summary>
/// <remarks>
/// A native client needs no registered redirect URI; a confidential one needs one on a loopback address in the settings, such as <c>http://127.0.0.1:8400/callback</c>.
/// </remarks>
public class LocalServerLoginFlowManager : LoginFlowManager
{
    private readonly LocalServerLoginOptions _options;
    private readonly IBrowserLauncher _browser;
    private readonly TextWriter? _output;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    /// <summary>Creates the manager.</summary>
    /// <param name="loginClient">The client that asks for the tokens.</param>
    /// <param name="settings">What its logins have in common.</param>
    /// <param name="options">Where to listen, how long, and what to show. Default: as <see cref="LocalServerLoginOptions"/> says.</param>
    /// <param name="browser">What opens the browser. Default: the browser of the system.</param>
    /// <param name="output">Where the person is told. Default: standard output, or standard error where that is redirected to a file or another program.</param>
    /// <param name="timeProvider">The clock. Default: that of the system.</param>
    /// <param name="logger">Where to log. Default: nowhere.</param>
    /// <exception cref="ArgumentException">The options hold an address that is not a loopback one, or a template with a value that is not known.</exception>
    public LocalServerLoginFlowManager(
        GlobusLoginClient loginClient,
        LoginFlowSettings? settings = null,
        LocalServerLoginOptions? options = null,
        IBrowserLauncher? browser = null,
        TextWriter? output = null,
        TimeProvider? timeProvider = null,
        ILogger? logger = null)
        : base(loginClient, settings)
    {
        _options = options ?? new LocalServerLoginOptions();
        LocalServerLoginOptionsValidator.ThrowIfInvalid(_options, nameof(options));
        _timeProvider = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
        _browser = browser ?? new SystemBrowserLauncher(_timeProvider);
        _output = output;
    }

    /// <inheritdoc/>
    public override bool IsAvailable => FindObstacle() is null;

    internal override bool CanBeSkippedByKey => true;

    private TextWriter Output => _output ?? (Console.IsOutputRedirected ? Console.Error : Console.Out);

    /// <inheritdoc/>
    /// <exception cref="LocalServerEnvironmentException">No browser can be had here, or it would not reach this program.</exception>
    /// <exception cref="AuthorizationResponseException">The answer was an error, such as a denied consent.</exception>
    /// <exception cref="LoginFlowException">Nobody answered in time.</exception>
    public override async Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (FindObstacle() is { } obstacle)
        {
            throw new LocalServerEnvironmentException(obstacle);
        }

        var listener = LoopbackRedirectListener.Start(_options, ChooseRedirectUri(), _timeProvider, _logger);
        await using var closing = listener.ConfigureAwait(false);
        var flow = StartFlow(parameters, listener.RedirectUri);
        await PrintAuthorizeUrlAsync(flow.AuthorizeUrl, cancellationToken).ConfigureAwait(false);
        LoginFlowLog.AwaitingRedirect(_logger, listener.RedirectUri, Settings.OpenBrowser);

        // The answer may come before the program that opens the browser has ended.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var receiving = listener.ReceiveAsync(flow, ending.Token);
        try
        {
            if (Settings.OpenBrowser)
            {
                await _browser.LaunchAsync(flow.AuthorizeUrl, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await ((Task)receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!receiving.IsCompletedSuccessfully)
            {
                throw;
            }
        }

        return await receiving.ConfigureAwait(false);
    }

    /// <summary>Shows the person where to log in, also where the browser opens by itself.</summary>
    /// <param name="authorizeUrl">The URL to visit.</param>
    /// <param name="cancellationToken">Gives up the login.</param>
    /// <returns>A task that ends when the text is written.</returns>
    protected virtual async Task PrintAuthorizeUrlAsync(Uri authorizeUrl, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authorizeUrl);
        var invitation = Settings.OpenBrowser
            ? "Your browser opens, to log in to Globus. If it does not, open this address in a browser on this computer:"
            : "To log in to Globus, open this address in a browser on this computer:";
        var text = string.Create(CultureInfo.InvariantCulture, $"{Environment.NewLine}{invitation}{Environment.NewLine}{Environment.NewLine}  {authorizeUrl.AbsoluteUri}{Environment.NewLine}");
        await Output.WriteLineAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
        await Output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    // A person who opens the browser by hand may have one where we see none, but it has to be on this machine.
    private string? FindObstacle()
    {
        if (DescribeRedirectUri() is { } problem)
        {
            return problem;
        }

        return _options.IgnoreEnvironment ? null
            : Settings.OpenBrowser ? _browser.UnavailableReason
            : _browser is SystemBrowserLauncher system ? system.RemoteSession
            : null;
    }

    private string? DescribeRedirectUri() => ChooseRedirectUri() switch
    {
        null => LoginClient is ConfidentialLoginClient
            ? "a confidential client needs a redirect URI on a loopback address, such as http://127.0.0.1:8400/callback, that is registered with it (in an app, Globus:LoginRedirectUri)"
            : null,
        var redirectUri => LoopbackEndpoint.Describe(redirectUri),
    };

    private string? ChooseRedirectUri() => string.IsNullOrEmpty(Settings.RedirectUri) ? null : Settings.RedirectUri;
}
