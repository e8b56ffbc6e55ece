using Globus.Extensions.Configuration;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Makes the storage named <c>json</c>.</summary>
internal sealed class JsonTokenStorageFactory(Func<GlobusAppContext, ITokenProtector?> protectorOf) : ITokenStorageFactory
{
    public ITokenStorage Create(GlobusAppContext context) => new JsonTokenStorage(
        TokenStoragePaths.GetPath(context, "json"),
        context.TokenNamespace,
        context.TimeProvider,
        protectorOf(context),
        steps: null,
        context.LoggerFactory.CreateLogger(StorageLog.Category));
}
