using Microsoft.Extensions.Logging;

namespace Globus.Extensions.LoginFlows.Internal;

internal static partial class LoginFlowLog
{
    [LoggerMessage(1300, LogLevel.Information, "The login flow {LoginFlow} cannot run here ({Reason}); {NextLoginFlow} is tried.", EventName = "TryingNextLoginFlow")]
    public static partial void TryingNext(ILogger logger, string loginFlow, string nextLoginFlow, string reason);
}
