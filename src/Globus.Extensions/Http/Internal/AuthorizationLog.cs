using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Http.Internal;

internal static partial class AuthorizationLog
{
    [LoggerMessage(1410, LogLevel.Debug, "{ResourceServer} answered 401; the request is sent again with another token.", EventName = "SendingAgainAfterRenewal")]
    public static partial void SendingAgainAfterRenewal(ILogger logger, string resourceServer);

    [LoggerMessage(1411, LogLevel.Information, "{ResourceServer} asked for another login ({Code}); the request is sent again after it.", EventName = "SendingAgainAfterLogin")]
    public static partial void SendingAgainAfterLogin(ILogger logger, string resourceServer, string code);
}
