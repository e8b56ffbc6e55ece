using System.Text.Json;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// Transfer answers 5xx also for trouble of the endpoint behind it (a path that is not there, a login that it refused): asking
/// again would give the same.
/// </summary>
internal static class TransferFailure
{
    public static async ValueTask<bool> IsOfTheEndpointAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // The body was buffered within the attempt.
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("code", out var code)
                && code.ValueKind == JsonValueKind.String
                && code.GetString() is { } text
                && (text.Contains("ExternalError", StringComparison.Ordinal) || text.Contains("EndpointError", StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false; // No JSON, or a code that is half of a surrogate pair ("\ud800").
        }
    }
}
