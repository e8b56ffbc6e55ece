using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.LoginFlows;

/// <summary>
/// Tries login flows in order: one that cannot run here makes way for the next, and so does one that the person at the terminal skips. Any other
/// failure, such as a denied consent, is the end of it.
/// </summary>
/// <remarks>In an app, <see cref="GlobusOptions.LoginFlows"/> makes such a chain of all the flows that it names.</remarks>
public sealed class LoginFlowChain : ILoginFlowManager
{
    private readonly KeyValuePair<string, ILoginFlowManager>[] _flows;
    private readonly ILoginSkip _skip;
    private readonly ILogger _logger;
    private readonly string? _loginCommand;

    /// <summary>Creates the chain.</summary>
    /// <param name="flows">The flows in order, each with the name by which people are told of it.</param>
    /// <param name="ownsInterrupt">
    /// Whether the first Ctrl-C goes on to the next flow instead of ending the program. Leave it off where a host, or the program itself, handles Ctrl-C. Default: off.
    /// </param>
    /// <param name="logger">Where to log what was chosen, and why. Default: nowhere.</param>
    /// <exception cref="ArgumentException">There is no flow.</exception>
    public LoginFlowChain(IEnumerable<KeyValuePair<string, ILoginFlowManager>> flows, bool ownsInterrupt = false, ILogger? logger = null)
        : this(flows, new ConsoleLoginSkip(ownsInterrupt, TimeProvider.System), logger ?? NullLogger.Instance, loginCommand: null)
    {
    }

    internal LoginFlowChain(IEnumerable<KeyValuePair<string, ILoginFlowManager>> flows, ILoginSkip skip, ILogger logger, string? loginCommand)
    {
        ArgumentNullException.ThrowIfNull(flows);
        _flows = [.. flows];
        if (_flows.Length == 0)
        {
            throw new ArgumentException("A chain of login flows needs at least one.", nameof(flows));
        }

        _skip = skip;
        _logger = logger;
        _loginCommand = loginCommand;
    }

    /// <inheritdoc/>
    public bool IsAvailable => _flows.Any(static flow => flow.Value.IsAvailable);

    /// <inheritdoc/>
    /// <exception cref="LoginFlowUnavailableException">None of the flows can run here; the message says why for each.</exception>
    public async Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default)
    {
        List<string> obstacles = [];
        string? advice = null;
        for (var i = 0; ; i++)
        {
            var (name, manager) = _flows[i];
            var next = i + 1 < _flows.Length ? _flows[i + 1].Key : null;
            try
            {
                var login = next is null
                    ? await RunLastAsync(name, manager, parameters, cancellationToken).ConfigureAwait(false)
                    : await RunUnlessSkippedAsync(name, manager, next, parameters, cancellationToken).ConfigureAwait(false);
                if (login is not null)
                {
                    return login;
                }

                LoginFlowLog.Skipped(_logger, name, next!);
                obstacles.Add($"{name}: it was skipped.");
            }
            catch (LoginFlowUnavailableException exception) when (next is not null)
            {
                LoginFlowLog.TryingNext(_logger, name, next, exception.Problem);
                obstacles.Add($"{name}: {exception.Problem}");
                advice = exception.Advice ?? advice;
            }
            catch (LoginFlowUnavailableException exception) when (obstacles.Count > 0)
            {
                // Each flow may know the way out. It is told once, behind all that is in the way here.
                var problem = $"No login flow can run here. {string.Join(' ', obstacles)} {name}: {exception.Problem}";
                advice = exception.Advice ?? advice ?? LoginAdvice.For(_loginCommand);
                throw new LoginFlowUnavailableException(problem + advice, exception) { Problem = problem, Advice = advice };
            }
        }
    }

    private async Task<OAuthTokenResponse?> RunLastAsync(
        string name, ILoginFlowManager manager, GlobusAuthorizationParameters parameters, CancellationToken cancellationToken)
    {
        var login = manager.RunLoginFlowAsync(parameters, cancellationToken);
        LogChoice(name, login);
        return await login.ConfigureAwait(false);
    }

    /// <summary>The tokens, or <see langword="null"/> if the person wants the next flow.</summary>
    private async Task<OAuthTokenResponse?> RunUnlessSkippedAsync(
        string name, ILoginFlowManager manager, string next, GlobusAuthorizationParameters parameters, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var listening = new CancellationTokenSource();
        var login = manager.RunLoginFlowAsync(parameters, ending.Token);
        if (login.IsCompleted)
        {
            return await login.ConfigureAwait(false);
        }

        LogChoice(name, login);
        var skipping = _skip.WaitAsync(next, manager is LoginFlowManager { CanBeSkippedByKey: true }, listening.Token);
        await Task.WhenAny(login, skipping).ConfigureAwait(false);
        var isSkipped = skipping.IsCompletedSuccessfully && !login.IsCompletedSuccessfully && !cancellationToken.IsCancellationRequested;
        await listening.CancelAsync().ConfigureAwait(false);
        await skipping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (isSkipped)
        {
            // What has come to its end meanwhile is not thrown away.
            await ending.CancelAsync().ConfigureAwait(false);
            await ((Task)login).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!login.IsCompletedSuccessfully)
            {
                return null;
            }
        }

        return await login.ConfigureAwait(false);
    }

    // A flow that cannot run here says so at once.
    private void LogChoice(string name, Task login)
    {
        if (!login.IsFaulted && _logger.IsEnabled(LogLevel.Information))
        {
            LoginFlowLog.Chosen(_logger, name, string.Join(", ", _flows.Select(static flow => flow.Key)));
        }
    }
}
