using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Tokens.Storage.Internal;

internal static partial class StorageLog
{
    /// <summary>The category of these events.</summary>
    public const string Category = "Globus.Extensions.Storage";

    [LoggerMessage(1200, LogLevel.Warning, "Other accounts could read the token file {Path}, whose mode was {Mode}. It is for its owner only from now on; if others may have read it, log out and in again.", EventName = "TokenFileWasExposed")]
    public static partial void WasReadableByOthers(ILogger logger, string path, string mode);
}
