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
            await WriteAsync(context).ConfigureAwait(false);
        }
    }

    private static Task WriteAsync(HttpContext context)
    {
        var statusCode = context.Response.StatusCode;
        var title = ReasonPhrases.GetReasonPhrase(statusCode);
        var code = title.Replace(' ', '_');
        if (context.Request.Path.StartsWithSegments(EmulatorPaths.Groups))
        {
            return GroupErrors.WriteAsync(context, statusCode, new GroupErrorDocument(code.ToUpperInvariant(), title));
        }

        return context.Request.Path.StartsWithSegments(EmulatorPaths.Transfer)
            ? TransferErrors.WriteAsync(context, statusCode, "ClientError." + code.Replace("_", ""), title)
            : AuthErrors.WriteAsync(context, statusCode, code.ToLowerInvariant(), title, title);
    }
}
