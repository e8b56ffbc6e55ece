using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Authorizers.Internal;

internal static partial class TokenLog
{
    [LoggerMessage(1100, LogLevel.Information, "The token for {ResourceServer} was renewed; it lasts until {ExpiresAt}.", EventName = "TokenRenewed")]
    public static partial void Renewed(ILogger logger, string resourceServer, DateTimeOffset expiresAt);

    [LoggerMessage(1101, LogLevel.Debug, "The token for {ResourceServer} was found in the storage.", EventName = "TokenTakenFromStorage")]
    public static partial void TakenFromStorage(ILogger logger, string resourceServer);

    [LoggerMessage(1102, LogLevel.Warning, "The token for {ResourceServer} could not be renewed ahead of its end; it goes on being used meanwhile.", EventName = "EarlyRenewalFailed")]
    public static partial void EarlyRenewalFailed(ILogger logger, string resourceServer, Exception exception);
}
