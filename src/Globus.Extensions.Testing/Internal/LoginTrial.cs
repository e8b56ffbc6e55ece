using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.Testing.Internal;

/// <summary>What one check works with: a Globus, a client of it, and the managers that are made in the course of it.</summary>
internal sealed class LoginTrial : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Func<GlobusLoginClient, LoginFlowSettings, LoginPerson, ILoginFlowManager> _create;
    private readonly CancellationTokenSource _ending;
    private readonly ScriptedGlobus _globus = new();
    private readonly GlobusConnection _connection;

    public LoginTrial(
        GlobusLoginClient? loginClient,
        Func<GlobusLoginClient, LoginFlowSettings, LoginPerson, ILoginFlowManager> create,
        CancellationToken cancellationToken)
    {
        _create = create;
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var options = new GlobusConnectionOptions { PrimaryHandler = _globus, ServiceUrls = { ["auth"] = ScriptedGlobus.AuthUrl } };
        _connection = new GlobusConnection(options);
        Client = new WatchedLoginClient(loginClient ?? _connection.CreateNativeLoginClient(ScriptedGlobus.ClientId));
    }

    public static GlobusAuthorizationParameters Parameters { get; } = new() { RequiredScopes = ["openid", "email"] };

    public WatchedLoginClient Client { get; }

    public ScriptedGlobus Globus => _globus;

    public CancellationToken CancellationToken => _ending.Token;

    /// <summary>A manager whose person logs in and consents.</summary>
    public ILoginFlowManager Create(LoginFlowSettings? settings = null) => Create(_globus.Allow, settings);

    /// <summary>A manager whose person brings about what is given.</summary>
    public ILoginFlowManager Create(Func<Uri, Uri> answer, LoginFlowSettings? settings = null) => Create(url => [answer(url)], settings);

    /// <summary>A manager whose person is sent to several addresses.</summary>
    public ILoginFlowManager Create(Func<Uri, Uri[]> answers, LoginFlowSettings? settings = null) =>
        Create((url, _) => Task.FromResult<IReadOnlyList<Uri>>(answers(url)), settings);

    /// <summary>A manager whose person may take their time.</summary>
    public ILoginFlowManager Create(Func<Uri, CancellationToken, Task<IReadOnlyList<Uri>>> visit, LoginFlowSettings? settings = null) =>
        _create(Client, settings ?? new LoginFlowSettings(), new LoginPerson(async (url, token) =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(token, _ending.Token);
            return await visit(url, either.Token).ConfigureAwait(false);
        }));

    /// <summary>Runs a login.</summary>
    public Task<OAuthTokenResponse> RunAsync(ILoginFlowManager manager, GlobusAuthorizationParameters? parameters = null) =>
        LogInAsync(manager, parameters ?? Parameters, CancellationToken);

    /// <summary>Runs a login that has to fail, and gives what it threw.</summary>
    public Task<Exception> FailAsync(ILoginFlowManager manager) => CatchAsync(LogInAsync(manager, Parameters, CancellationToken));

    /// <summary>Runs a login that is cancelled, and gives what it threw.</summary>
    public Task<Exception> EndAsync(ILoginFlowManager manager, CancellationToken cancellationToken) =>
        CatchAsync(LogInAsync(manager, Parameters, cancellationToken));

    /// <summary>Waits for what has to come to its end by itself.</summary>
    public async Task<T> InTimeAsync<T>(Task<T> task)
    {
        try
        {
            return await task.WaitAsync(Patience, CancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new CheckFailedException($"RunLoginFlowAsync did not come to its end within {Patience.TotalSeconds:0} seconds");
        }
    }

    /// <summary>The query of the authorize URL of the one flow that was started.</summary>
    public Dictionary<string, string> OnlyQuery()
    {
        var flows = Client.Flows;
        Require.That(flows.Count == 1, $"the manager started {flows.Count} flows for one login");
        return Queries.Read(flows[0].AuthorizeUrl.Query);
    }

    public void Dispose()
    {
        // Whoever still sits at a browser goes home.
        _ending.Cancel();
        _ending.Dispose();
        _connection.Dispose();
        _globus.Dispose();
    }

    // A manager may throw before there is a task, or block.
    private Task<OAuthTokenResponse> LogInAsync(ILoginFlowManager manager, GlobusAuthorizationParameters parameters, CancellationToken cancellationToken) =>
        InTimeAsync(Task.Run(() => manager.RunLoginFlowAsync(parameters, cancellationToken), CancellationToken.None));

    private static async Task<Exception> CatchAsync(Task login)
    {
        try
        {
            await login.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not CheckFailedException)
        {
            return exception;
        }

        throw new CheckFailedException("RunLoginFlowAsync gave tokens where the login has to fail");
    }
}
