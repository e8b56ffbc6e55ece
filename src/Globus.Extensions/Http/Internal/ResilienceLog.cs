using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Http.Internal;

internal static partial class ResilienceLog
{
    [LoggerMessage(1400, LogLevel.Warning, "{Method} {Url} ended with {Problem}; retry {Retry} follows after {Delay}.", EventName = "SendingAgain")]
    public static partial void SendingAgain(ILogger logger, string method, string url, string problem, int retry, TimeSpan delay);
}
