using System.Collections.Concurrent;
using Globus.Extensions.Testing;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>The shipped suite over the file of fair_research_login, as far as its format goes.</summary>
public sealed class NativeAppsConformanceTests : TokenStorageConformance, IDisposable
{
    // They store line breaks and empty names, which the format cannot hold: NativeAppsTokenStorageTests has what is refused.
    private static readonly string[] BeyondTheFormat =
        ["Takes any text as the name of a resource server", "Gives back any text unchanged", "Takes any text as the name of a namespace"];

    private readonly TemporaryDirectory _directory = new();
    private readonly ConcurrentDictionary<(string Place, string Namespace, string ResourceServer, string AccessToken), TokenData> _stored = new();

    public static TheoryData<string> CheckNames => [.. Checks.Except(BeyondTheFormat)];

    [Theory]
    [MemberData(nameof(CheckNames))]
    public async Task Is_a_token_storage(string check) => (await RunAsync(check, TestContext.Current.CancellationToken)).ShouldBeTrue();

    [Fact]
    public void What_is_left_out_is_a_check() => BeyondTheFormat.ShouldBeSubsetOf(Checks);

    public void Dispose() => _directory.Dispose();

    protected override ValueTask<ITokenStorage> OpenAsync(string place, string tokenNamespace, CancellationToken cancellationToken)
    {
        var section = tokenNamespace == "DEFAULT" ? "client" : tokenNamespace;
        return new(new CompletedStorage(new NativeAppsTokenStorage(_directory[place], section), _stored, place, section));
    }

    /// <summary>Puts back what the format has no place for, identities and unknown members, so that all else can be compared.</summary>
    private sealed class CompletedStorage(
        NativeAppsTokenStorage file,
        ConcurrentDictionary<(string Place, string Namespace, string ResourceServer, string AccessToken), TokenData> stored,
        string place,
        string section) : ITokenStorage
    {
        public async ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default) =>
            (await file.GetAllAsync(cancellationToken)).ToDictionary(pair => pair.Key, pair => Complete(pair.Value));

        public async ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default) =>
            await file.GetAsync(resourceServer, cancellationToken) is { } token ? Complete(token) : null;

        public ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default) =>
            file.StoreAsync(tokens.Select(token => stored[(place, section, token.ResourceServer, token.AccessToken)] = token), cancellationToken);

        public ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default) => file.RemoveAsync(resourceServer, cancellationToken);

        private TokenData Complete(TokenData token)
        {
            var whole = stored[(place, section, token.ResourceServer, token.AccessToken)];
            return token with { IdentityId = whole.IdentityId, ExtensionData = whole.ExtensionData };
        }
    }
}
