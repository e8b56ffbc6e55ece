using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Support;

/// <summary>A storage with no room: it is empty, and stays so.</summary>
internal sealed class FullTokenStorage : ITokenStorage
{
    public ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default) =>
        new(new Dictionary<string, TokenData>());

    public ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default) => default;

    public ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default) =>
        throw new TokenStorageException("There is no room.");

    public ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default) => new(false);
}
