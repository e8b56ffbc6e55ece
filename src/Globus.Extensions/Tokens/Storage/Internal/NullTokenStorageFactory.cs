using Globus.Extensions.Configuration;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Makes the storage named <c>none</c>.</summary>
internal sealed class NullTokenStorageFactory : ITokenStorageFactory
{
    public ITokenStorage Create(GlobusAppContext context) => NullTokenStorage.Instance;
}
