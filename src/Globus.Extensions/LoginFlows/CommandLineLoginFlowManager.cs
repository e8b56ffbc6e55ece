using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.LoginFlows;

/// <summary>
/// Prints the authorize URL and asks for the code that the person brings back from it. Works wherever there is a terminal, also over
/// SSH. The whole redirect URL may be pasted in place of the code.
/// </summary>
public class CommandLineLoginFlowManager : LoginFlowManager
{
    private readonly TextReader? _input;
    private readonly TextWriter? _output;

    /// <summary>Creates the manager.</summary>
    /// <param name="loginClient">The client that asks for the tokens; a confidential one needs a redirect URI in the settings.</param>
    /// <param name="settings">What its logins have in common.</param>
    /// <param name="input">Where the answer is read. Default: standard input.</param>
    /// <param name="output">Where the person is asked. Default: standard output, or standard error where that is redirected to a file or another program.</param>
    public CommandLineLoginFlowManager(GlobusLoginClient loginClient, LoginFlowSettings? settings = null, TextReader? input = null, TextWriter? output = null)
        : base(loginClient, settings)
    {
        _input = input;
        _output = output;
    }

    /// <inheritdoc/>
    public override bool IsAvailable => _input is not null || !Console.IsInputRedirected;

    private TextReader Input => _input ?? Console.In;

    private TextWriter Output => _output ?? (Console.IsOutputRedirected ? Console.Error : Console.Out);

    /// <inheritdoc/>
    /// <exception cref="LoginFlowUnavailableException">The input ended before a code was given.</exception>
    /// <exception cref="OperationCanceledException">The person pressed Ctrl-C, or the caller gave up.</exception>
    /// <exception cref="ArgumentException">The client is a confidential one and has no redirect URI.</exception>
    public override async Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default)
    {
        var flow = StartFlow(parameters);
        if (_input is not null)
        {
            return await AskAsync(flow, cancellationToken).ConfigureAwait(false);
        }

        using var interrupt = new ConsoleInterrupt(cancellationToken);
        try
        {
            return await AskAsync(flow, interrupt.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (interrupt.HasCome && !cancellationToken.IsCancellationRequested)
        {
            // The prompt stands there without an end.
            await Output.WriteLineAsync().ConfigureAwait(false);
            throw new OperationCanceledException("The login was cancelled by Ctrl-C.", exception, interrupt.Token);
        }
    }

    /// <summary>Shows the person where to log in.</summary>
    /// <param name="authorizeUrl">The URL to visit.</param>
    /// <param name="cancellationToken">Gives up the login.</param>
    /// <returns>A task that ends when the text is written.</returns>
    protected virtual async Task PrintAuthorizeUrlAsync(Uri authorizeUrl, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authorizeUrl);
        var text = $"""

            To log in to Globus, open this address in a browser:

              {authorizeUrl.AbsoluteUri}

            """;
        await Output.WriteLineAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks the person for the code.</summary>
    /// <param name="cancellationToken">Gives up the login.</param>
    /// <returns>What the person entered.</returns>
    /// <exception cref="LoginFlowUnavailableException">The input ended before anything was entered.</exception>
    protected virtual async Task<string> PromptForCodeAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            await Output.WriteAsync("Paste the authorization code here: ".AsMemory(), cancellationToken).ConfigureAwait(false);
            await Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            var line = await CancellableLineReader.Of(Input).ReadAsync(Input, cancellationToken).ConfigureAwait(false);
            if (line is null)
            {
                // On Windows, Ctrl-C ends the input as well.
                cancellationToken.ThrowIfCancellationRequested();
                await Output.WriteLineAsync().ConfigureAwait(false);
                const string Problem = "The input ended before a code was entered.";
                var advice = LoginAdvice.For(Settings.LoginCommand);
                throw new LoginFlowUnavailableException(Problem + advice) { Problem = Problem, Advice = advice };
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                return line;
            }
        }
    }

    // A code has no white space in it, however the terminal has wrapped it.
    private async Task<OAuthTokenResponse> AskAsync(AuthorizationFlow flow, CancellationToken cancellationToken)
    {
        await PrintAuthorizeUrlAsync(flow.AuthorizeUrl, cancellationToken).ConfigureAwait(false);
        var entered = await PromptForCodeAsync(cancellationToken).ConfigureAwait(false);
        var answer = string.Concat(entered.Where(static character => !char.IsWhiteSpace(character)));
        return Uri.TryCreate(answer, UriKind.Absolute, out var redirect) && redirect.Query.Length > 0
            ? await flow.ExchangeRedirectAsync(redirect, cancellationToken).ConfigureAwait(false)
            : await flow.ExchangeCodeAsync(answer, cancellationToken).ConfigureAwait(false);
    }
}
