using Globus.Extensions.Configuration;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Makes the storage named <c>memory</c>.</summary>
internal sealed class MemoryTokenStorageFactory : ITokenStorageFactory
{
    public ITokenStorage Create(GlobusAppContext context) => new MemoryTokenStorage();
}
