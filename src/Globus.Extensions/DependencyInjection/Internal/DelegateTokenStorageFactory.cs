using Globus.Extensions.Configuration;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.DependencyInjection.Internal;

internal sealed class DelegateTokenStorageFactory(Func<GlobusAppContext, ITokenStorage> create) : ITokenStorageFactory
{
    public ITokenStorage Create(GlobusAppContext context) => create(context);
}
