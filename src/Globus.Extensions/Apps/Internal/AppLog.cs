using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Apps.Internal;

internal static partial class AppLog
{
    [LoggerMessage(1000, LogLevel.Warning, "{Problem}", EventName = "EnvironmentSettingIgnored")]
    public static partial void EnvironmentSettingIgnored(ILogger logger, string problem);

    [LoggerMessage(1001, LogLevel.Information, "Logged in; tokens for {ResourceServers} are stored.", EventName = "LoggedIn")]
    public static partial void LoggedIn(ILogger logger, string resourceServers);

    [LoggerMessage(1002, LogLevel.Information, "Logged out; {Count} tokens were removed.", EventName = "LoggedOut")]
    public static partial void LoggedOut(ILogger logger, int count);

    [LoggerMessage(1003, LogLevel.Warning, "A token for {ResourceServer} could not be revoked; it stays valid until it ends.", EventName = "RevocationFailed")]
    public static partial void RevocationFailed(ILogger logger, string resourceServer, Exception exception);

    [LoggerMessage(1004, LogLevel.Debug, "A login is needed: {Reason}", EventName = "LoginNeeded")]
    public static partial void LoginNeeded(ILogger logger, string reason);

    [LoggerMessage(
        1005,
        LogLevel.Warning,
        "The consents could not be looked up; it is taken for granted that the person has given those that the required scopes depend on.",
        EventName = "ConsentsUnknown")]
    public static partial void ConsentsUnknown(ILogger logger, Exception exception);
}
