using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Testing.Internal;

/// <summary>The place of one check, and the storages that it opens there.</summary>
internal sealed class ConformancePlace(
    Func<string, string, CancellationToken, ValueTask<ITokenStorage>> open, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly string _name = Guid.NewGuid().ToString("N");
    private readonly List<ITokenStorage> _opened = [];

    public CancellationToken CancellationToken => cancellationToken;

    public async ValueTask<ITokenStorage> OpenAsync(string tokenNamespace = "DEFAULT")
    {
        var storage = await open(_name, tokenNamespace, cancellationToken).ConfigureAwait(false);
        _opened.Add(storage);
        return storage;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var storage in _opened.Distinct())
        {
            if (storage is IAsyncDisposable asyncDisposable)
            {
                await asyncDisposable.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                (storage as IDisposable)?.Dispose();
            }
        }
    }
}
