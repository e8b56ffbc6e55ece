using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Globus.Extensions.Apps.Internal;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Authorizers;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes.Internal;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Apps;

/// <summary>What <see cref="UserApp"/> and <see cref="ClientApp"/> have in common. Thread-safe.</summary>
public abstract class GlobusApp : IGlobusApp, IRequestAuthorization, IDisposable
{
    private readonly GlobusAppDependencies _dependencies;
    private readonly ConcurrentDictionary<string, TokenRenewer> _renewers = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _loginGate = new(1, 1);
    private readonly CancellationTokenSource _lifetime = new();
    private readonly TokenRenewalSettings _renewalSettings;
    private readonly SharedOperation _sharedLogin;
    private int _loginCount;
    private int _isDisposed;

    private protected GlobusApp(GlobusAppDependencies dependencies)
    {
        _dependencies = dependencies;
        Logger = dependencies.CreateLogger("Globus.Extensions.App");
        _renewalSettings = new TokenRenewalSettings(
            dependencies.Options.TokenExpiryMargin,
            dependencies.Options.RenewTokensBefore,
            dependencies.RenewalLock,
            $"{dependencies.Context.ClientId}/{dependencies.Context.TokenNamespace}/{dependencies.Context.Name}",
            dependencies.Context.TimeProvider,
            dependencies.CreateLogger("Globus.Extensions.Tokens"),
            _lifetime.Token);
        _sharedLogin = new SharedOperation(cancellationToken => LoginUnlessDoneAsync(Volatile.Read(ref _loginCount), cancellationToken), _lifetime.Token);
        foreach (var problem in dependencies.Options.EnvironmentWarnings)
        {
            AppLog.EnvironmentSettingIgnored(Logger, problem);
        }
    }

    /// <inheritdoc/>
    public string Name => _dependencies.Context.Name;

    /// <inheritdoc/>
    public string AppName => _dependencies.Context.AppName;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ScopeRequirements =>
        Requirements.ByResourceServer.ToDictionary(static entry => entry.Key, static entry => (IReadOnlyList<string>)[.. entry.Value], StringComparer.Ordinal);

    bool IRequestAuthorization.RedrivesRequirements => _dependencies.Options.RedriveAuthorizationRequirements;

    internal ITokenStorage Storage => _dependencies.Storage;

    internal ScopeRequirements Requirements => _dependencies.Requirements;

    private protected ILogger Logger { get; }

    private protected GlobusLoginClient LoginClient => _dependencies.LoginClient;

    private protected TimeProvider TimeProvider => _dependencies.Context.TimeProvider;

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

        if (Requirements.Add(resourceServer, added) && _renewers.TryGetValue(resourceServer, out var renewer)
            && renewer.Current is { } current && !IsMet(current))
        {
            // The next caller looks at the storage, and at the requirements.
            renewer.Forget();
        }
    }

    /// <inheritdoc/>
    public async Task LoginAsync(LoginOptions? options = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        var isForced = options is { Force: true } or { Parameters: not null };
        if (!isForced && !await NeedsLoginAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await _loginGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever held the gate may have logged in.
            if (isForced || await NeedsLoginAsync(cancellationToken).ConfigureAwait(false))
            {
                await LoginHoldingGateAsync(options?.Parameters, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _loginGate.Release();
        }
    }

    /// <inheritdoc/>
    public abstract ValueTask<bool> IsLoginRequiredAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public async Task LogoutAsync(CancellationToken cancellationToken = default)
    {
        await _loginGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await AppLogout.RunAsync(LoginClient, Storage, _renewers, Renewer, LockAsync, Logger, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _loginGate.Release();
        }
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

    ValueTask<AuthenticationHeaderValue?> IRequestAuthorization.GetHeaderAsync(string resourceServer, CancellationToken cancellationToken) =>
        _renewers.TryGetValue(resourceServer, out var renewer) && renewer.TryGetHeader() is { } header
            ? new(header)
            : AcquireAsync(resourceServer, null, cancellationToken);

    ValueTask<AuthenticationHeaderValue?> IRequestAuthorization.RenewAsync(
        string resourceServer, AuthenticationHeaderValue rejected, CancellationToken cancellationToken) =>
        AcquireAsync(resourceServer, rejected, cancellationToken);

    async ValueTask<AuthenticationHeaderValue?> IRequestAuthorization.SatisfyAsync(
        string resourceServer, GlobusAuthorizationRequirements requirements, AuthenticationHeaderValue rejected, CancellationToken cancellationToken)
    {
        if (!CanSatisfy(requirements.AuthorizationParameters))
        {
            return null;
        }

        await _loginGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Another request may have logged in for the same reason.
            if (Renewer(resourceServer).TryGetHeader() is not { } header || Same(header, rejected))
            {
                await LoginHoldingGateAsync(requirements.AuthorizationParameters, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _loginGate.Release();
        }

        return await AcquireAsync(resourceServer, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a token from the storage will do; an exception says that it will not, and that no request would help.</summary>
    internal abstract bool AcceptsStored(TokenData stored);

    /// <summary>Gets another token without a person's help.</summary>
    internal abstract Task<TokenData> RequestTokenAsync(string resourceServer, TokenData? current, bool wasRejected, CancellationToken cancellationToken);

    /// <summary>Whether <see cref="LoginAsync"/> has anything to do.</summary>
    private protected abstract ValueTask<bool> NeedsLoginAsync(CancellationToken cancellationToken);

    /// <summary>Whether a login with these parameters could change the answer of a service.</summary>
    private protected abstract bool CanSatisfy(GlobusAuthorizationParameters parameters);

    /// <summary>Gets the tokens of a login, and whose they are.</summary>
    private protected abstract Task<(OAuthTokenResponse Response, string? IdentityId)> RunLoginAsync(
        GlobusAuthorizationParameters parameters, CancellationToken cancellationToken);

    /// <summary>Checks the tokens of a login against what is stored.</summary>
    private protected abstract ValueTask ValidateLoginAsync(IReadOnlyList<TokenData> tokens, string? identityId, CancellationToken cancellationToken);

    private protected bool HasUsableToken(string resourceServer) => _renewers.TryGetValue(resourceServer, out var renewer) && renewer.TryGetHeader() is not null;

    private protected bool WasRejected(TokenData token) => _renewers.TryGetValue(token.ResourceServer, out var renewer) && renewer.WasRejected(token);

    private protected TokenData? InHand(string resourceServer) => _renewers.TryGetValue(resourceServer, out var renewer) ? renewer.Current : null;

    private protected bool IsUsable(TokenData token) => TimeProvider.GetUtcNow() < token.ExpiresAt - _dependencies.Options.TokenExpiryMargin;

    private protected bool IsMet(TokenData token)
    {
        try
        {
            Requirements.ThrowIfUnmet(token);
            return true;
        }
        catch (UnmetScopeRequirementsException)
        {
            return false;
        }
    }

    private static bool Same(AuthenticationHeaderValue one, AuthenticationHeaderValue other) =>
        string.Equals(one.Parameter, other.Parameter, StringComparison.Ordinal);

    private TokenRenewer Renewer(string resourceServer) =>
        _renewers.GetOrAdd(resourceServer, static (name, app) => new TokenRenewer(new AppTokenSource(app, name), app._renewalSettings), this);

    private async ValueTask<AuthenticationHeaderValue?> AcquireAsync(string resourceServer, AuthenticationHeaderValue? rejected, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        if (!Requirements.ByResourceServer.ContainsKey(resourceServer))
        {
            throw new InvalidOperationException(AppTexts.NotRequired(resourceServer));
        }

        var renewer = Renewer(resourceServer);
        var logins = Volatile.Read(ref _loginCount);
        try
        {
            return await ObtainAsync(renewer, rejected, cancellationToken).ConfigureAwait(false);
        }
        catch (GlobusException error) when (IsMendedByLogin(error))
        {
            AppLog.LoginNeeded(Logger, error.Message);
            if (_dependencies.LoginRequiredHandler is { } handler)
            {
                await handler(this, error, cancellationToken).ConfigureAwait(false);
            }
            else if (!LogsInByItself)
            {
                return error is TokenRejectedException
                    ? rejected is null ? throw new TokenRenewalException(resourceServer, error.Message) : null
                    : throw AppTexts.WithAdvice(error);
            }
            else if (logins == Volatile.Read(ref _loginCount))
            {
                await _sharedLogin.JoinAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return await ObtainAsync(renewer, rejected, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<AuthenticationHeaderValue?> ObtainAsync(TokenRenewer renewer, AuthenticationHeaderValue? rejected, CancellationToken cancellationToken) =>
        rejected is null
            ? await renewer.GetHeaderAsync(cancellationToken).ConfigureAwait(false)
            : await renewer.ReplaceAsync(rejected, cancellationToken).ConfigureAwait(false);

    private static bool IsMendedByLogin(GlobusException error) =>
        error is TokenRenewalException or TokenRejectedException or MissingTokenException or ExpiredTokenException or UnmetScopeRequirementsException;

    private async Task LoginUnlessDoneAsync(int logins, CancellationToken cancellationToken)
    {
        await _loginGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (logins == Volatile.Read(ref _loginCount))
            {
                await LoginHoldingGateAsync(null, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _loginGate.Release();
        }
    }

    private async Task LoginHoldingGateAsync(GlobusAuthorizationParameters? parameters, CancellationToken cancellationToken)
    {
        var wanted = parameters?.RequiredScopes ?? [];
        var (response, identityId) = await RunLoginAsync(
            (parameters ?? new GlobusAuthorizationParameters()) with { RequiredScopes = [.. Requirements.All.Union(wanted, StringComparer.Ordinal)] },
            cancellationToken).ConfigureAwait(false);

        TokenData[] tokens = [.. response.ByResourceServer.Values.Select(token => TokenGrant.ToTokenData(token, identityId))];
        try
        {
            await ValidateLoginAsync(tokens, identityId, cancellationToken).ConfigureAwait(false);
        }
        catch (TokenValidationException)
        {
            // Tokens that nobody will use or find again must not stay valid.
            await AppLogout.RevokeQuietlyAsync(LoginClient, tokens, Logger).ConfigureAwait(false);
            throw;
        }

        await StoreAsync(tokens, cancellationToken).ConfigureAwait(false);
        RequireFromNowOn(wanted, tokens);
        Interlocked.Increment(ref _loginCount);
        AppLog.LoggedIn(Logger, string.Join(", ", tokens.Select(static token => token.ResourceServer)));
    }

    private async ValueTask StoreAsync(TokenData[] tokens, CancellationToken cancellationToken)
    {
        var held = await LockAsync(tokens.Select(static token => token.ResourceServer), cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            await Storage.StoreAsync(tokens, cancellationToken).ConfigureAwait(false);
            foreach (var token in tokens)
            {
                Renewer(token.ResourceServer).Adopt(token);
            }
        }
    }

    /// <summary>Keeps renewals of these tokens from running; taken in one order, so that two who do it cannot wait for each other.</summary>
    private async ValueTask<IAsyncDisposable> LockAsync(IEnumerable<string> resourceServers, CancellationToken cancellationToken)
    {
        var held = new HeldLocks();
        try
        {
            foreach (var resourceServer in resourceServers.Order(StringComparer.Ordinal))
            {
                held.Add(await _dependencies.RenewalLock.AcquireAsync(Renewer(resourceServer).LockKey, cancellationToken).ConfigureAwait(false));
            }

            return held;
        }
        catch
        {
            await held.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void RequireFromNowOn(IEnumerable<string> scopes, TokenData[] tokens)
    {
        foreach (var scope in scopes)
        {
            if (Array.Find(tokens, token => ScopeText.Contains(token.Scope, ScopeText.Name(scope))) is { } owner)
            {
                Requirements.Add(owner.ResourceServer, [scope]);
            }
        }
    }
}
