using System.Collections.Concurrent;
using Globus.Extensions.Apps.Internal;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.Configuration;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps;

/// <summary>An app that acts for a person, who logs in by a login flow.</summary>
public sealed class UserApp : GlobusApp
{
    private readonly ILoginFlowManager _loginFlow;
    private readonly Func<LoginFlowChange, ILoginFlowManager>? _changeLoginFlow;
    private readonly LoginRequiredBehavior? _onLoginRequired;
    private readonly ConcurrentDictionary<string, string> _deadRefreshTokens = new(StringComparer.Ordinal);

    internal UserApp(GlobusAppDependencies dependencies, ILoginFlowManager loginFlow)
        : base(dependencies)
    {
        _loginFlow = loginFlow;
        _changeLoginFlow = dependencies.ChangeLoginFlow;
        _onLoginRequired = dependencies.Options.OnLoginRequired;
    }

    private protected override bool LogsInByItself =>
        _onLoginRequired is { } behavior ? behavior == LoginRequiredBehavior.Login : _loginFlow.IsAvailable;

    /// <inheritdoc/>
    public override async ValueTask<bool> IsLoginRequiredAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyDictionary<string, TokenData>? stored = null;
        var requirements = Requirements;
        foreach (var resourceServer in requirements.ByResourceServer.Keys)
        {
            if (HasUsableToken(resourceServer))
            {
                continue;
            }

            stored ??= await ReadStoredAsync(cancellationToken).ConfigureAwait(false);
            var token = stored.GetValueOrDefault(resourceServer) ?? InHand(resourceServer);
            if (token is null
                ? requirements.NeedTokenOf(resourceServer)
                : !requirements.AreMetBy(token) || !await CanServeAsync(token, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return stored is not null && await LacksConsentsAsync(requirements, stored, cancellationToken).ConfigureAwait(false);
    }

    internal override bool CanRenew(TokenData current) => IsRenewable(current);

    internal override bool AcceptsStored(TokenData stored)
    {
        Requirements.ThrowIfUnmet(stored);
        return true;
    }

    internal override async Task<TokenData> RequestTokenAsync(string resourceServer, TokenData? current, bool wasRejected, CancellationToken cancellationToken)
    {
        if (current is null)
        {
            throw new MissingTokenException(resourceServer);
        }

        Requirements.ThrowIfUnmet(current);
        if (current.RefreshToken is not { } refreshToken)
        {
            throw wasRejected ? new TokenRejectedException(resourceServer) : new ExpiredTokenException(resourceServer, current.ExpiresAt);
        }

        if (!IsRenewable(current))
        {
            throw new TokenRenewalException(resourceServer, "The refresh token was refused before.");
        }

        try
        {
            var response = await TokenGrant.RefreshAsync(LoginClient, resourceServer, refreshToken, cancellationToken).ConfigureAwait(false);
            return TokenGrant.ToTokenData(response, resourceServer, current);
        }
        catch (TokenRenewalException exception) when (exception.InnerException is not null)
        {
            _deadRefreshTokens[resourceServer] = refreshToken;
            throw;
        }
    }

    internal override ValueTask<bool> NeedsLoginAsync(CancellationToken cancellationToken) => IsLoginRequiredAsync(cancellationToken);

    private protected override bool CanSatisfy(GlobusAuthorizationParameters parameters) => LogsInByItself;

    internal override ILoginFlowManager? ChangeFlow(LoginFlowChange change) =>
        _changeLoginFlow is null ? throw new InvalidOperationException(AppTexts.OwnLoginFlow(_loginFlow)) : _changeLoginFlow(change);

    internal override Task<OAuthTokenResponse> RunLoginAsync(GlobusAuthorizationParameters parameters, ILoginFlowManager? flow, CancellationToken cancellationToken) =>
        (flow ?? _loginFlow).RunLoginFlowAsync(parameters, cancellationToken);

    /// <summary>
    /// Only a login tells whose the tokens are. A renewed token keeps the identity of the one before it, so that nothing which comes with a refresh
    /// could change it.
    /// </summary>
    internal override async ValueTask<string?> IdentifyAsync(OAuthTokenResponse response, CancellationToken cancellationToken) =>
        response.IdToken is null ? null : (await LoginClient.DecodeIdTokenAsync(response, null, cancellationToken).ConfigureAwait(false)).Sub.Value;

    internal override async ValueTask ValidateLoginAsync(
        IReadOnlyList<TokenData> tokens, string? identityId, ScopeRequirements requirements, CancellationToken cancellationToken)
    {
        foreach (var resourceServer in requirements.ByResourceServer.Keys)
        {
            if (tokens.FirstOrDefault(token => string.Equals(token.ResourceServer, resourceServer, StringComparison.Ordinal)) is { } granted)
            {
                requirements.ThrowIfUnmet(granted);
            }
            else if (requirements.NeedTokenOf(resourceServer))
            {
                throw new MissingTokenException(resourceServer);
            }
        }

        if (identityId is null)
        {
            throw new MissingIdentityException();
        }

        await ThrowIfOtherIdentityAsync(tokens, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> LacksConsentsAsync(
        ScopeRequirements requirements, IReadOnlyDictionary<string, TokenData> stored, CancellationToken cancellationToken)
    {
        foreach (var resourceServer in requirements.ResourceServersNeedingConsents)
        {
            if (!HasUsableToken(resourceServer)
                && (stored.GetValueOrDefault(resourceServer) ?? InHand(resourceServer)) is { } token
                && (await Consents.FindMissingAsync(token, requirements.NeedingConsents(resourceServer), cancellationToken).ConfigureAwait(false)).Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsRenewable(TokenData token) =>
        token.RefreshToken is { } refreshToken
        && !(_deadRefreshTokens.TryGetValue(token.ResourceServer, out var dead) && string.Equals(dead, refreshToken, StringComparison.Ordinal));
}
