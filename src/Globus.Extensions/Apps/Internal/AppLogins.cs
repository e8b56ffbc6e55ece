using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tokens;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Apps.Internal;

/// <summary>The logins of an app: one at a time, whoever needs the same one shares it, and none is forgotten halfway.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no handle to free, and a login that the end of the app interrupts still has to release it.")]
internal sealed class AppLogins(GlobusApp app, AppLogout logout, TimeProvider timeProvider, ILogger logger, CancellationToken lifetime)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SharedOperation _shared = new(lifetime);
    private readonly AsyncLocal<bool> _isWithinFlow = new();
    private readonly AsyncLocal<bool> _isWithinHandler = new();
    private int _count;
    private (GlobusAuthorizationParameters Parameters, ScopeSet Scopes, long CompletedAt)? _last;

    /// <summary>How many there were. Compared with an earlier count, it tells whether one has happened meanwhile.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether the caller is itself part of bringing a token about, so that it cannot wait for one.</summary>
    public bool IsWithin => _isWithinFlow.Value || _isWithinHandler.Value;

    /// <summary>Runs something that excludes logins.</summary>
    public async Task ExcludingAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        if (_isWithinFlow.Value)
        {
            throw new InvalidOperationException("A login flow cannot start another login of the same app: it is that login.");
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime);
        await _gate.WaitAsync(ending.Token).ConfigureAwait(false);
        try
        {
            await action(ending.Token).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Logs in, unless what there is serves.</summary>
    /// <exception cref="UnmetScopeRequirementsException">The person did not consent to what the required scopes depend on.</exception>
    public async Task LogInAsync(LoginRequest request, CancellationToken cancellationToken)
    {
        if (await IsServedAsync(request, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await ExcludingAsync(
            async ending =>
            {
                // Whoever kept us waiting may have logged in.
                if (await IsServedAsync(request, ending).ConfigureAwait(false))
                {
                    return;
                }

                await RunAsync(request, ending).ConfigureAwait(false);
                foreach (var resourceServer in app.Requirements.ResourceServersNeedingConsents)
                {
                    await app.Consents.EnsureAsync(resourceServer, ending).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Logs in, unless somebody has since the count was read.</summary>
    public Task ShareAsync(int countBefore, CancellationToken cancellationToken) =>
        _shared.JoinAsync(
            token => ExcludingAsync(token => countBefore == Count ? RunAsync(LoginRequest.Default, token) : Task.CompletedTask, token),
            cancellationToken);

    /// <summary>Lets the application decide, once for all who need it at the same time.</summary>
    public Task ShareAsync(LoginRequiredHandler handler, GlobusException error, CancellationToken cancellationToken) =>
        _shared.JoinAsync(token => HandleAsync(handler, error, token), cancellationToken);

    /// <summary>Logs in as a service asked, unless such a login has completed since the request was sent.</summary>
    public Task SatisfyAsync(GlobusAuthorizationParameters parameters, long sentAt, CancellationToken cancellationToken) =>
        ExcludingAsync(token => _last is { } last && last.CompletedAt >= sentAt && Covers(last.Parameters, last.Scopes, parameters) ? Task.CompletedTask : RunAsync(new LoginRequest { Parameters = parameters }, token), cancellationToken);

    /// <summary>Runs a login. Called while others are excluded.</summary>
    /// <exception cref="FormatException">The scopes are malformed, or cannot be asked for together with those of the app.</exception>
    private Task RunAsync(LoginRequest request, CancellationToken cancellationToken) => app.Telemetry.Login.RunAsync(
        (Logins: this, Request: request, CancellationToken: cancellationToken),
        static login => login.Logins.RunAndKeepAsync(login.Request, login.CancellationToken));

    private async Task RunAndKeepAsync(LoginRequest request, CancellationToken cancellationToken)
    {
        // What is required while a person is still reading the page is the next login's business.
        var requirements = app.Requirements;
        var wanted = ScopeSet.ParseAll(request.Parameters?.RequiredScopes ?? []).Merge(request.Scopes);
        var scopes = requirements.All.Merge(wanted);
        var asked = (request.Parameters ?? new GlobusAuthorizationParameters()) with { RequiredScopes = [.. scopes] };
        var response = await RunFlowAsync(asked, request.Flow, cancellationToken).ConfigureAwait(false);

        // From here on tokens exist. They are stored, or else revoked: from the moment on that it is known whose they are, whether or not the
        // caller still waits.
        var tokens = TokenData.FromResponse(response);
        try
        {
            var identityId = await app.IdentifyAsync(response, cancellationToken).ConfigureAwait(false);
            tokens = TokenData.FromResponse(response, identityId);
            await app.ValidateLoginAsync(tokens, identityId, requirements, lifetime).ConfigureAwait(false);
            ThrowIfNotGranted(request.Scopes, tokens);
            RequireFromNowOn(wanted, tokens);
            await app.KeepLoginAsync(tokens, lifetime).ConfigureAwait(false);
        }
        catch
        {
            await logout.RevokeQuietlyAsync(tokens).ConfigureAwait(false);
            throw;
        }

        _last = (asked, scopes, timeProvider.GetTimestamp());
        Interlocked.Increment(ref _count);
        AppLog.LoggedIn(logger, string.Join(", ", tokens.Select(static token => token.ResourceServer)));
    }

    /// <summary>Whether what there is serves a login's purpose; then the scopes that it was to bring are required from now on, as after a login.</summary>
    private async ValueTask<bool> IsServedAsync(LoginRequest request, CancellationToken cancellationToken)
    {
        if (request.IsForced || await app.NeedsLoginAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (request.Scopes.Count == 0 && !request.NeedsRefreshTokens)
        {
            return true;
        }

        var tokens = await app.GetTokensAsync(cancellationToken).ConfigureAwait(false);
        var requirements = app.Requirements;
        var needed = requirements.ByResourceServer.Keys.Where(resourceServer => tokens.ContainsKey(resourceServer) || requirements.NeedTokenOf(resourceServer)).ToHashSet(StringComparer.Ordinal);
        foreach (var scope in request.Scopes)
        {
            if (tokens.Values.FirstOrDefault(token => ScopeRequirements.Grants(token, scope)) is { } owner && await app.CanServeAsync(owner, cancellationToken).ConfigureAwait(false))
            {
                needed.Add(owner.ResourceServer);
                if (ScopeRequirements.NeedsConsents(scope) && (await app.Consents.FindMissingAsync(owner, [scope], cancellationToken).ConfigureAwait(false)).Count > 0)
                {
                    return false;
                }
            }
            else if (!scope.IsOptional)
            {
                return false;
            }
        }

        if (request.NeedsRefreshTokens && needed.Any(resourceServer => !(tokens.GetValueOrDefault(resourceServer) is { } token && app.CanRenew(token))))
        {
            return false;
        }

        RequireFromNowOn(request.Scopes, tokens.Values);
        return true;
    }

    private async Task<OAuthTokenResponse> RunFlowAsync(GlobusAuthorizationParameters parameters, ILoginFlowManager? flow, CancellationToken cancellationToken)
    {
        _isWithinFlow.Value = true;
        return await app.RunLoginAsync(parameters, flow, cancellationToken).ConfigureAwait(false);
    }

    // The handler may call LoginAsync; what it may not do is wait for a token that only it can bring.
    private async Task HandleAsync(LoginRequiredHandler handler, GlobusException error, CancellationToken cancellationToken)
    {
        _isWithinHandler.Value = true;
        await handler(app, error, cancellationToken).ConfigureAwait(false);
    }

    private static void ThrowIfNotGranted(ScopeSet scopes, IReadOnlyList<TokenData> tokens)
    {
        string[] missing = [.. scopes.Where(scope => !scope.IsOptional && !tokens.Any(token => ScopeRequirements.Grants(token, scope)))];
        if (missing.Length > 0)
        {
            throw new UnmetScopeRequirementsException([.. scopes], missing);
        }
    }

    private void RequireFromNowOn(ScopeSet scopes, IEnumerable<TokenData> tokens)
    {
        foreach (var scope in scopes)
        {
            if (tokens.FirstOrDefault(token => ScopeRequirements.Grants(token, scope)) is { } owner)
            {
                app.AddScopeRequirements(owner.ResourceServer, [scope]);
            }
        }
    }

    private static bool Covers(GlobusAuthorizationParameters done, ScopeSet scopes, GlobusAuthorizationParameters asked) =>
        (done with { RequiredScopes = null }).Equals(asked with { RequiredScopes = null })
        && scopes.Merge(ScopeSet.ParseAll(asked.RequiredScopes ?? [])) == scopes;
}
