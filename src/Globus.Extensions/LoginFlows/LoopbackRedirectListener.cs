using System.Net.Sockets;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.LoginFlows;

/// <summary>
/// Listens on a loopback address for the browser that comes back from a login, and shows the person how it ended. For one login.
/// </summary>
/// <remarks>
/// <para>It listens from the moment it is started, so its port is nobody else's:</para>
/// <code>
/// await using var listener = LoopbackRedirectListener.Start();
/// var flow = loginClient.StartFlow(redirectUri: listener.RedirectUri);
/// Console.WriteLine(flow.AuthorizeUrl);
/// var tokens = await listener.ReceiveAsync(flow);
/// </code>
/// <para>
/// Only a GET of its own address, with its own name in <c>Host</c> and the state of the login, is an answer. Everything else is refused, and the listener goes on
/// waiting.
/// </para>
/// </remarks>
public sealed class LoopbackRedirectListener : IAsyncDisposable
{
    private readonly LoopbackEndpoint _endpoint;
    private readonly IReadOnlyList<Socket> _sockets;
    private readonly LocalServerLoginOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _disposing = new();
    private Task _waiting = Task.CompletedTask;
    private int _used;
    private int _disposed;

    private LoopbackRedirectListener(LoopbackEndpoint endpoint, IReadOnlyList<Socket> sockets, LocalServerLoginOptions options, TimeProvider timeProvider, ILogger logger)
    {
        _endpoint = endpoint;
        _sockets = sockets;
        _options = options;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <summary>Where the browser has to be sent: <c>http://127.0.0.1:{port}</c>, or the redirect URI that was given.</summary>
    public string RedirectUri => _endpoint.RedirectUri;

    /// <summary>Starts to listen.</summary>
    /// <param name="options">Where to listen, how long, and what to show. Default: as <see cref="LocalServerLoginOptions"/> says.</param>
    /// <param name="redirectUri">
    /// The redirect URI of a client that has it registered, on a loopback address and with its port; it stands in for address and port of the options.
    /// </param>
    /// <param name="timeProvider">The clock. Default: that of the system.</param>
    /// <param name="logger">Where to log what was refused. Default: nowhere.</param>
    /// <returns>The listener.</returns>
    /// <exception cref="ArgumentException">The address is not a loopback one, or the template has a value that is not known.</exception>
    /// <exception cref="LocalServerEnvironmentException">The address or the port is taken, or not there.</exception>
    public static LoopbackRedirectListener Start(
        LocalServerLoginOptions? options = null, string? redirectUri = null, TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        options ??= new LocalServerLoginOptions();
        LocalServerLoginOptionsValidator.ThrowIfInvalid(options, nameof(options));
        if (redirectUri is not null && LoopbackEndpoint.Describe(redirectUri) is { } problem)
        {
            throw new ArgumentException($"The listener cannot receive the answer: {problem}.", nameof(redirectUri));
        }

        var wanted = redirectUri is null ? LoopbackEndpoint.From(options.Host, options.Port) : LoopbackEndpoint.From(redirectUri);
        var (endpoint, sockets) = LoopbackSockets.Listen(wanted);
        return new LoopbackRedirectListener(endpoint, sockets, options, timeProvider ?? TimeProvider.System, logger ?? NullLogger.Instance);
    }

    /// <summary>Waits for the answer to a login, exchanges its code, and shows the person how that ended.</summary>
    /// <param name="flow">The login, started with <see cref="RedirectUri"/>.</param>
    /// <param name="cancellationToken">Gives up the login.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="AuthorizationResponseException">The answer was an error, such as a denied consent, or another server's.</exception>
    /// <exception cref="Http.AuthApiException">Globus Auth refused the code.</exception>
    /// <exception cref="LoginFlowException">Nobody answered in time.</exception>
    /// <exception cref="InvalidOperationException">The listener has waited for an answer before.</exception>
    public Task<OAuthTokenResponse> ReceiveAsync(AuthorizationFlow flow, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return WaitAsync(flow.State, redirect => flow.ExchangeRedirectAsync(redirect, cancellationToken), cancellationToken);
    }

    /// <summary>Waits for the answer to a login and gives it as it came; the person is told that the login succeeded where it holds a code.</summary>
    /// <param name="state">The state of the login, <see cref="AuthorizationFlow.State"/>.</param>
    /// <param name="cancellationToken">Gives up the login.</param>
    /// <returns>The whole redirect URL, for <see cref="AuthorizationFlow.ExchangeRedirectAsync"/>. It may hold an error.</returns>
    /// <exception cref="LoginFlowException">Nobody answered in time.</exception>
    /// <exception cref="InvalidOperationException">The listener has waited for an answer before.</exception>
    public Task<Uri> WaitForRedirectAsync(string state, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(state);
        return WaitAsync(state, Task.FromResult, cancellationToken);
    }

    /// <summary>Stops listening, and waits for what was begun. An open wait for an answer ends as cancelled.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _disposing.CancelAsync().ConfigureAwait(false);
        LoopbackSockets.Close(_sockets);
        await _waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _disposing.Dispose();
    }

    private Task<T> WaitAsync<T>(string state, Func<Uri, Task<T>> complete, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        if (Interlocked.Exchange(ref _used, 1) != 0)
        {
            throw new InvalidOperationException("The listener is for one login, and has waited for its answer before. Start another one.");
        }

        var waiting = WaitCoreAsync(state, complete, cancellationToken);
        _waiting = waiting;
        return waiting;
    }

    private async Task<T> WaitCoreAsync<T>(string state, Func<Uri, Task<T>> complete, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.Timeout, _timeProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token, _disposing.Token);
        var session = new RedirectSession<T>(_endpoint, new ResultPage(_options), state, complete, _timeProvider, _logger);
        try
        {
            return await session.RunAsync(_sockets, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && timeout.IsCancellationRequested)
        {
            throw new LoginFlowException(
                $"Nobody finished the login within {_options.Timeout:c}. Start it again, or allow more time.", new TimeoutException());
        }
        finally
        {
            LoopbackSockets.Close(_sockets);
        }
    }
}
