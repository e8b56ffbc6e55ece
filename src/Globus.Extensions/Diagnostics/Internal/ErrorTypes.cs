using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Globus.Extensions.Diagnostics.Internal;

/// <summary>Names failures as OpenTelemetry's <c>error.type</c>: few names, and the same that HttpClient gives them.</summary>
internal static class ErrorTypes
{
    public static string Of(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    public static string Of(Exception exception) => exception switch
    {
        GlobusException error => error.ErrorType,
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error } => JsonNamingPolicy.SnakeCaseLower.ConvertName(error.ToString()),
        OperationCanceledException => typeof(OperationCanceledException).FullName!,
        _ => exception.GetType().FullName!,
    };
}
