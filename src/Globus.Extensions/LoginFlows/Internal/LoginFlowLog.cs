using Microsoft.Extensions.Logging;

namespace Globus.Extensions.LoginFlows.Internal;

internal static partial class LoginFlowLog
{
    public const string Category = "Globus.Extensions.LoginFlows";

    [LoggerMessage(1300, LogLevel.Information, "The login flow {LoginFlow} cannot run here ({Reason}); {NextLoginFlow} is tried.", EventName = "TryingNextLoginFlow")]
    public static partial void TryingNext(ILogger logger, string loginFlow, string nextLoginFlow, string reason);

    [LoggerMessage(1301, LogLevel.Information, "The person skipped the login flow {LoginFlow}; {NextLoginFlow} is tried.", EventName = "LoginFlowSkipped")]
    public static partial void Skipped(ILogger logger, string loginFlow, string nextLoginFlow);

    [LoggerMessage(1302, LogLevel.Information, "The login runs by {LoginFlow}, the first of {LoginFlows} that can run here.", EventName = "LoginFlowChosen")]
    public static partial void Chosen(ILogger logger, string loginFlow, string loginFlows);

    [LoggerMessage(1303, LogLevel.Debug, "The answer to the login is awaited at {RedirectUri}; opening a browser: {OpensBrowser}.", EventName = "AwaitingRedirect")]
    public static partial void AwaitingRedirect(ILogger logger, string redirectUri, bool opensBrowser);

    [LoggerMessage(1304, LogLevel.Warning, "A request to the address of the login was refused with {StatusCode}: {Reason}.", EventName = "RedirectRefused")]
    public static partial void Refused(ILogger logger, int statusCode, string reason);
}
