using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps.Internal;

/// <summary>The tokens of one resource server as an app has them: kept in its storage, requested as its kind does.</summary>
internal sealed class AppTokenSource(GlobusApp app, string resourceServer) : TokenSource
{
    public override string ResourceServer => resourceServer;

    public override async ValueTask<TokenData?> LoadAsync(CancellationToken cancellationToken) =>
        (await app.ReadStoredAsync(cancellationToken).ConfigureAwait(false)).GetValueOrDefault(resourceServer);

    public override Task<TokenData> RequestAsync(TokenData? current, bool wasRejected, CancellationToken cancellationToken) =>
        app.RequestTokenAsync(resourceServer, current, wasRejected, cancellationToken);

    public override bool CanRenew(TokenData current) => app.CanRenew(current);

    public override ValueTask LearnTimeAsync(CancellationToken cancellationToken) => app.LearnTimeAsync(cancellationToken);

    public override bool Accepts(TokenData stored) => app.AcceptsStored(stored);

    public override void Verify(TokenData issued) => app.Requirements.ThrowIfUnmet(issued);

    public override ValueTask StoreAsync(TokenData token, CancellationToken cancellationToken) => app.Storage.StoreAsync([token], cancellationToken);
}
