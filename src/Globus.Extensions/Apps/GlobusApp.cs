using System.Collections.Concurrent;
using Globus.Extensions.Apps.Internal;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Authorizers;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.Configuration;
using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Apps;

/// <summary>What <see cref="UserApp"/> and <see cref="ClientApp"/> have in common. Thread-safe.</summary>
public abstract partial class GlobusApp : IGlobusApp, IDisposable
{
    private readonly GlobusAppDependencies _dependencies;
    private readonly ConcurrentDictionary<string, TokenRenewer> _renewers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _lifetime = new();
    private readonly Lock _requirementsGate = new();
    private readonly TokenRenewalSettings _renewalSettings;
    private readonly AppLogins _logins;
    private readonly AppLogout _logout;
    private readonly ILogger _logger;
    private ScopeRequirements _requirements;
    private int _isDisposed;

    private protected GlobusApp(GlobusAppDependencies dependencies)
    {
        _dependencies = dependencies;
        _requirements = dependencies.Requirements;
        TimeProvider = dependencies.LoginClient.Correct(dependencies.Context.TimeProvider);
        _logger = dependencies.CreateLogger("Globus.Extensions.App");
        _logout = new AppLogout(dependencies.LoginClient, dependencies.Storage, _renewers, LockAsync, _logger);
        _logins = new AppLogins(this, _logout, TimeProvider, _logger, _lifetime.Token);
        Consents = new AppConsents(this, dependencies.ConsentLookup, dependencies.Options.Kind == GlobusAppKind.User, TimeProvider, _logger);
        Tokens = new GlobusAppTokens(new AppTokenLoader(this));
        _renewalSettings = new TokenRenewalSettings(
            dependencies.Options.TokenExpiryMargin,
            dependencies.Options.RenewTokensBefore,
            dependencies.RenewalLock,
            $"{dependencies.Context.ClientId}/{dependencies.Context.TokenNamespace}/{dependencies.Context.Name}",
            TimeProvider,
            dependencies.CreateLogger("Globus.Extensions.Tokens"),
            dependencies.Telemetry,
            _lifetime.Token);
        foreach (var problem in dependencies.Options.EnvironmentWarnings)
        {
            AppLog.EnvironmentSettingIgnored(_logger, problem);
        }
    }

    /// <inheritdoc/>
    public string Name => _dependencies.Context.Name;

    /// <inheritdoc/>
    public string AppName => _dependencies.Context.AppName;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ScopeRequirements =>
        Requirements.ByResourceServer.ToDictionary(static entry => entry.Key, static entry => (IReadOnlyList<string>)[.. entry.Value], StringComparer.Ordinal);

    /// <inheritdoc/>
    public GlobusAppTokens Tokens { get; }

    internal Telemetry Telemetry => _dependencies.Telemetry;

    internal ITokenStorage Storage => _dependencies.Storage;

    internal AppConsents Consents { get; }

    internal ScopeRequirements Requirements => Volatile.Read(ref _requirements);

    private protected GlobusLoginClient LoginClient => _dependencies.LoginClient;

    /// <summary>The time at Globus Auth, as far as its answers have told it.</summary>
    private protected TimeProvider TimeProvider { get; }

    /// <summary>Whether requests that need a login start one by themselves.</summary>
    private protected abstract bool LogsInByItself { get; }

    /// <inheritdoc/>
    public void AddScopeRequirements(string resourceServer, IEnumerable<string> scopes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(resourceServer);
        ArgumentNullException.ThrowIfNull(scopes);
        string[] added = [.. scopes];
        foreach (var scope in added)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(scope, nameof(scopes));
        }

        lock (_requirementsGate)
        {
            var next = _requirements.With(resourceServer, added);
            if (ReferenceEquals(next, _requirements))
            {
                return;
            }

            Volatile.Write(ref _requirements, next);
        }

        if (_renewers.TryGetValue(resourceServer, out var renewer))
        {
            renewer.Withdraw();
        }
    }

    /// <inheritdoc/>
    public async Task LoginAsync(LoginOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        await _logins.LogInAsync(LoginRequest.From(options, ChangeFlow), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public abstract ValueTask<bool> IsLoginRequiredAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public async Task LogoutAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        await _logins.ExcludingAsync(_logout.RunAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IGlobusAuthorizer> GetAuthorizerAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(resourceServer);
        await ((IRequestAuthorization)this).GetHeaderAsync(resourceServer, cancellationToken).ConfigureAwait(false);
        return new AppAuthorizer(this, resourceServer);
    }

    /// <summary>Ends renewals and logins that are under way. It does not log out.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _lifetime.Cancel();
            _lifetime.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Whether a token can be renewed ahead of its end, without a person.</summary>
    internal abstract bool CanRenew(TokenData current);

    /// <summary>Makes sure of the time, before a token that cannot be renewed is given up because of its age.</summary>
    internal ValueTask LearnTimeAsync(CancellationToken cancellationToken) => LoginClient.LearnTimeAsync(cancellationToken);

    /// <summary>Whether a token from the storage will do; an exception says that it will not, and that no request would help.</summary>
    internal abstract bool AcceptsStored(TokenData stored);

    /// <summary>Gets another token without a person's help.</summary>
    internal abstract Task<TokenData> RequestTokenAsync(string resourceServer, TokenData? current, bool wasRejected, CancellationToken cancellationToken);

    /// <summary>Makes the flow of a login that is to be otherwise; <see langword="null"/> where there is none to change.</summary>
    /// <exception cref="ArgumentException">A login flow is not registered.</exception>
    /// <exception cref="InvalidOperationException">The flow is an object with settings of its own.</exception>
    internal abstract ILoginFlowManager? ChangeFlow(LoginFlowChange change);

    /// <summary>Gets the tokens of a login, by this flow or else the app's own.</summary>
    internal abstract Task<OAuthTokenResponse> RunLoginAsync(GlobusAuthorizationParameters parameters, ILoginFlowManager? flow, CancellationToken cancellationToken);

    /// <summary>Tells whose the tokens of a login are, as far as that is known.</summary>
    internal abstract ValueTask<string?> IdentifyAsync(OAuthTokenResponse response, CancellationToken cancellationToken);

    /// <summary>Checks the tokens of a login against what was asked for, and against what is stored.</summary>
    internal abstract ValueTask ValidateLoginAsync(
        IReadOnlyList<TokenData> tokens, string? identityId, ScopeRequirements requirements, CancellationToken cancellationToken);

    /// <summary>Stores the tokens of a login, then uses them.</summary>
    internal async ValueTask KeepLoginAsync(IReadOnlyList<TokenData> tokens, CancellationToken cancellationToken)
    {
        var held = await LockAsync(tokens.Select(static token => token.ResourceServer), cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            await ThrowIfOtherIdentityAsync(tokens, cancellationToken).ConfigureAwait(false); // Another process may have logged somebody in.
            await Storage.StoreAsync(tokens, cancellationToken).ConfigureAwait(false);
            Consents.Forget();
            foreach (var token in tokens)
            {
                var renewer = Renewer(token.ResourceServer);
                renewer.Adopt(token);
                WithdrawUnlessSettled(renewer);
            }
        }
    }

    /// <summary>Stores tokens that come from elsewhere, one for each resource server, and uses them.</summary>
    internal async Task SaveAsync(TokenData[] tokens, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        await _logins.ExcludingAsync(
            async ending =>
            {
                StoredIdentity.ThrowIfMixed(tokens);
                await KeepLoginAsync(tokens, ending).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Revokes tokens, stored or not.</summary>
    internal async Task RevokeAsync(IReadOnlyList<TokenData> tokens, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        await _logins.ExcludingAsync(ending => _logout.RunAsync(tokens, ending), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is stored.</summary>
    /// <exception cref="IdentityMismatchException">The tokens belong to several people.</exception>
    internal async ValueTask<IReadOnlyDictionary<string, TokenData>> ReadStoredAsync(CancellationToken cancellationToken)
    {
        var stored = await Storage.GetAllAsync(cancellationToken).ConfigureAwait(false);
        StoredIdentity.ThrowIfMixed(stored.Values);
        return stored;
    }

    /// <summary>The token there is, stored or in hand, for each resource server.</summary>
    internal async ValueTask<IReadOnlyDictionary<string, TokenData>> GetTokensAsync(CancellationToken cancellationToken)
    {
        var stored = await ReadStoredAsync(cancellationToken).ConfigureAwait(false);
        var tokens = new Dictionary<string, TokenData>(stored, StringComparer.Ordinal);
        foreach (var (resourceServer, renewer) in _renewers)
        {
            if (renewer.Current is { } current)
            {
                tokens.TryAdd(resourceServer, current);
            }
        }

        return tokens;
    }

    /// <summary>Whether requests can be sent with a token, or its successor.</summary>
    internal async ValueTask<bool> CanServeAsync(TokenData token, CancellationToken cancellationToken)
    {
        if (CanRenew(token) || WasRejected(token) || IsUsable(token))
        {
            return CanRenew(token) || !WasRejected(token);
        }

        await LearnTimeAsync(cancellationToken).ConfigureAwait(false); // The clock that says no may be wrong.
        return IsUsable(token);
    }

    /// <summary>Whether <see cref="LoginAsync"/> has anything to do for what the app requires.</summary>
    internal abstract ValueTask<bool> NeedsLoginAsync(CancellationToken cancellationToken);

    /// <summary>Whether a login with these parameters could change the answer of a service.</summary>
    private protected abstract bool CanSatisfy(GlobusAuthorizationParameters parameters);

    /// <summary>Checks whose the stored tokens are.</summary>
    /// <exception cref="IdentityMismatchException">They belong to another identity.</exception>
    private protected async ValueTask ThrowIfOtherIdentityAsync(IReadOnlyList<TokenData> tokens, CancellationToken cancellationToken)
    {
        if (tokens.Select(static token => token.IdentityId).FirstOrDefault(static identityId => identityId is not null) is { } identityId)
        {
            StoredIdentity.ThrowIfOther((await Storage.GetAllAsync(cancellationToken).ConfigureAwait(false)).Values, identityId);
        }
    }

    /// <summary>The same exception with the command that logs in, if the options name one.</summary>
    internal GlobusException WithLoginCommand(TokenValidationException error) => AppTexts.WithLoginCommand(error, _dependencies.Options.LoginCommand);

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed != 0, this);

    private protected bool HasUsableToken(string resourceServer) => _renewers.TryGetValue(resourceServer, out var renewer) && renewer.HasUsable;

    internal bool WasRejected(TokenData token) => _renewers.TryGetValue(token.ResourceServer, out var renewer) && renewer.WasRejected(token);

    internal TokenData? InHand(string resourceServer) => _renewers.TryGetValue(resourceServer, out var renewer) ? renewer.Current : null;

    internal bool IsUsable(TokenData token) => TimeProvider.GetUtcNow() < token.ExpiresAt - _dependencies.Options.TokenExpiryMargin;

    // What was not checked in full is checked when it is needed next, in place of being used without a look.
    private void WithdrawUnlessSettled(TokenRenewer renewer)
    {
        if (renewer.Current is { } token && !(Requirements.AreMetBy(token) && Consents.AreKnown(token, Requirements.NeedingConsents(token.ResourceServer))))
        {
            renewer.Withdraw();
        }
    }

    private TokenRenewer Renewer(string resourceServer) =>
        _renewers.GetOrAdd(resourceServer, static (name, app) => new TokenRenewer(new AppTokenSource(app, name), app._renewalSettings), this);

    /// <summary>Keeps renewals of these tokens from running.</summary>
    private ValueTask<IAsyncDisposable> LockAsync(IEnumerable<string> resourceServers, CancellationToken cancellationToken) =>
        HeldLocks.TakeAsync(_dependencies.RenewalLock, resourceServers.Select(resourceServer => Renewer(resourceServer).LockKey), cancellationToken);
}
