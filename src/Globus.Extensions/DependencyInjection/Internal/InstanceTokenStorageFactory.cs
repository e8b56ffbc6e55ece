using Globus.Extensions.Configuration;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Gives a storage that the application made, and that knows nothing of what the app's registration says.</summary>
internal sealed class InstanceTokenStorageFactory(ITokenStorage storage) : ITokenStorageFactory
{
    public ITokenStorage Create(GlobusAppContext context) => storage;
}
