using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Authorizers.Internal;

/// <summary>A source without an app: what it gets goes to a callback, and nothing is read back.</summary>
internal sealed class StandaloneTokenSource(
    string resourceServer,
    Func<TokenData?, CancellationToken, Task<OAuthTokenResponse>> request,
    Func<TokenData, CancellationToken, ValueTask>? onRenewed) : TokenSource
{
    public override string ResourceServer => resourceServer;

    public override ValueTask<TokenData?> LoadAsync(CancellationToken cancellationToken) => default;

    public override async Task<TokenData> RequestAsync(TokenData? current, bool wasRejected, CancellationToken cancellationToken)
    {
        var response = await request(current, cancellationToken).ConfigureAwait(false);
        return TokenGrant.ToTokenData(response, resourceServer, current);
    }

    public override ValueTask StoreAsync(TokenData token, CancellationToken cancellationToken) =>
        onRenewed is null ? default : onRenewed(token, cancellationToken);
}
