using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>Writes errors as Globus Auth does.</summary>
internal static class AuthErrors
{
    public static Task WriteAsync(HttpContext context, OAuthError error)
    {
        if (error.StatusCode == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Globus Emulator\"";
        }

        return JsonAnswer.WriteAsync(
            context,
            error.StatusCode,
            new AuthErrorDocument(error.Code, error.Description),
            EmulatorJsonContext.Default.AuthErrorDocument);
    }

    public static Task BadRequestAsync(HttpContext context, string detail) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, "bad_request", "Bad Request", detail);

    public static Task UnauthorizedAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status401Unauthorized, "unauthorized", "Unauthorized", "Call must be authenticated");

    public static Task ForbiddenAsync(HttpContext context, string detail)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\"";
        return WriteAsync(context, StatusCodes.Status403Forbidden, "forbidden", "Forbidden", detail);
    }

    public static Task NotFoundAsync(HttpContext context, string detail) =>
        WriteAsync(context, StatusCodes.Status404NotFound, "not_found", "Not Found", detail);

    public static Task ConflictAsync(HttpContext context, string detail) =>
        WriteAsync(context, StatusCodes.Status409Conflict, "conflict", "Conflict", detail);

    public static Task WriteAsync(HttpContext context, int statusCode, string error, string title, string detail)
    {
        var entry = new AuthErrorEntry($"{statusCode}", Guid.NewGuid().ToString(), error.ToUpperInvariant(), detail, title);
        return JsonAnswer.WriteAsync(
            context, statusCode, new AuthErrorDocument(error, title, [entry]), EmulatorJsonContext.Default.AuthErrorDocument);
    }
}
