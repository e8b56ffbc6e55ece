using Globus.Extensions.Apps.Internal;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps;

/// <summary>An app that acts for its own client, a service account: it needs nobody to log in.</summary>
public sealed class ClientApp : GlobusApp
{
    private readonly ConfidentialLoginClient _loginClient;

    internal ClientApp(GlobusAppDependencies dependencies, ConfidentialLoginClient loginClient)
        : base(dependencies) => _loginClient = loginClient;

    private protected override bool LogsInByItself => false;

    /// <inheritdoc/>
    public override ValueTask<bool> IsLoginRequiredAsync(CancellationToken cancellationToken = default) => new(false);

    internal override bool CanRenew(TokenData current) => true;

    // A token with too few scopes is no trouble for somebody who can simply ask for more.
    internal override bool AcceptsStored(TokenData stored) => Requirements.AreMetBy(stored);

    internal override async Task<TokenData> RequestTokenAsync(string resourceServer, TokenData? current, bool wasRejected, CancellationToken cancellationToken)
    {
        var scopes = Requirements.ByResourceServer.GetValueOrDefault(resourceServer) ?? [current!.Scope]; // Only what is stored is renewed unasked.
        var response = await _loginClient.GetClientCredentialsTokensAsync(scopes, cancellationToken).ConfigureAwait(false);
        return TokenGrant.ToTokenData(response, resourceServer, current);
    }

    /// <summary>One request gets the tokens of all resource servers, where any is missing.</summary>
    internal override async ValueTask<bool> NeedsLoginAsync(CancellationToken cancellationToken)
    {
        var stored = await Storage.GetAllAsync(cancellationToken).ConfigureAwait(false);
        return Requirements.ByResourceServer.Keys.Any(
            resourceServer => !HasUsableToken(resourceServer)
                && (stored.GetValueOrDefault(resourceServer) is not { } token || !Requirements.AreMetBy(token) || !IsUsable(token)));
    }

    // A client has no session to step up; more scopes it can have.
    private protected override bool CanSatisfy(GlobusAuthorizationParameters parameters) => parameters.RequiredScopes is { Count: > 0 };

    // There is no flow to change.
    internal override ILoginFlowManager? ChangeFlow(LoginFlowChange change) => null;

    internal override Task<OAuthTokenResponse> RunLoginAsync(GlobusAuthorizationParameters parameters, ILoginFlowManager? flow, CancellationToken cancellationToken) =>
        _loginClient.GetClientCredentialsTokensAsync(parameters.RequiredScopes, cancellationToken);

    /// <summary>A client's tokens are its own; an ID token that may come with them says nothing new.</summary>
    internal override ValueTask<string?> IdentifyAsync(OAuthTokenResponse response, CancellationToken cancellationToken) => default;

    internal override ValueTask ValidateLoginAsync(
        IReadOnlyList<TokenData> tokens, string? identityId, ScopeRequirements requirements, CancellationToken cancellationToken)
    {
        foreach (var token in tokens)
        {
            requirements.ThrowIfUnmet(token);
        }

        return default;
    }
}
