using Globus.Extensions.Configuration;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Makes the storage named <c>native-apps</c>.</summary>
internal sealed class NativeAppsTokenStorageFactory : ITokenStorageFactory
{
    public ITokenStorage Create(GlobusAppContext context) => new NativeAppsTokenStorage(
        context.TokenFilePath is { Length: > 0 } configured ? configured : TokenStoragePaths.NativeAppsFile,
        SectionOf(context.ClientId, context.TokenNamespace),
        context.TimeProvider,
        steps: null,
        context.LoggerFactory.CreateLogger(StorageLog.Category));

    /// <summary>The section of an app: its client id, unless a namespace was configured.</summary>
    public static string SectionOf(string clientId, string tokenNamespace) =>
        tokenNamespace == TokenFileFormat.DefaultNamespace ? clientId : tokenNamespace;
}
