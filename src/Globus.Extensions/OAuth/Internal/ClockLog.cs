using Microsoft.Extensions.Logging;

namespace Globus.Extensions.OAuth.Internal;

internal static partial class ClockLog
{
    [LoggerMessage(1110, LogLevel.Warning, "This machine's clock is ahead of the time at Globus Auth by {Error} (behind, if that is negative). Tokens go by the time at Globus Auth; set the clock.", EventName = "ClockIsWrong")]
    public static partial void IsWrong(ILogger logger, TimeSpan error);
}
