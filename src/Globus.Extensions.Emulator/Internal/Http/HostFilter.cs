using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>
/// Refuses requests for another host than this machine: a web page that makes its own name resolve to 127.0.0.1 would otherwise be
/// of the same origin as the emulator, which signs in anybody.
/// </summary>
internal static class HostFilter
{
    public static Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]")
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}
