using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>Dates every answer by the emulator's clock, on which its tokens end, rather than by that of the machine.</summary>
internal static class DateHeader
{
    public static Task HandleAsync(HttpContext context, RequestDelegate next, TimeProvider clock)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return next(context);
    }
}
