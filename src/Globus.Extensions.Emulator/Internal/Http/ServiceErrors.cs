using Globus.Extensions.Emulator.Internal.Groups;
using Globus.Extensions.Emulator.Internal.OAuth;
using Globus.Extensions.Emulator.Internal.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>Gives errors that no endpoint has answered, such as unknown routes, the shape of the service they belong to.</summary>
internal static class ServiceErrors
{
    public static async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            // A body that is too large or broken off: the client's fault, whoever was reading.
            context.Response.StatusCode = exception.StatusCode;
        }
        catch (InvalidDataException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await WriteAsync(context, context.Response.StatusCode).ConfigureAwait(false);
        }
    }

    /// <summary>An error in the shape of the service that was called; code and message are those of the status where none are given.</summary>
    public static Task WriteAsync(HttpContext context, int statusCode, string? code = null, string? message = null)
    {
        var title = ReasonPhrases.GetReasonPhrase(statusCode) is { Length: > 0 } phrase ? phrase : $"Status {statusCode}";
        var usual = title.Replace(' ', '_');
        if (context.Request.Path.StartsWithSegments(EmulatorPaths.Groups))
        {
            return GroupErrors.WriteAsync(context, statusCode, new GroupErrorDocument(code ?? usual.ToUpperInvariant(), message ?? title));
        }

        return context.Request.Path.StartsWithSegments(EmulatorPaths.Transfer)
            ? TransferErrors.WriteAsync(context, statusCode, code ?? "ClientError." + usual.Replace("_", ""), message ?? title)
            : AuthErrors.WriteAsync(context, statusCode, code ?? usual.ToLowerInvariant(), title, message ?? title);
    }
}
