using System.Buffers.Text;
using System.Security.Cryptography;
using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>Writes errors as the Transfer service does.</summary>
internal static class TransferErrors
{
    private const int RequestIdBytes = 6;

    public static Task UnauthorizedAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status401Unauthorized, "AuthenticationFailed", "Token is missing, not active, or not for this service");

    public static Task ForbiddenAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status403Forbidden, "PermissionDenied", "The token lacks the needed scope");

    public static Task NotFoundAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status404NotFound, "ClientError.NotFound", "The emulator has no such resource");

    public static Task WriteAsync(HttpContext context, int statusCode, string code, string message) =>
        WriteAsync(context, statusCode, new TransferErrorDocument(code, message, NewRequestId(), ResourceOf(context)));

    public static Task WriteAsync(HttpContext context, int statusCode, TransferErrorDocument error) =>
        JsonAnswer.WriteAsync(context, statusCode, error, EmulatorJsonContext.Default.TransferErrorDocument);

    public static string NewRequestId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RequestIdBytes));

    /// <summary>The path below the service.</summary>
    public static string ResourceOf(HttpContext context)
    {
        context.Request.Path.StartsWithSegments(EmulatorPaths.Transfer, out var resource);
        return resource.Value is { Length: > 0 } path ? path : "/";
    }
}
