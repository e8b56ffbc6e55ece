using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>Makes requests wait as long as a network would; they wait beside each other, not in a row.</summary>
internal static class Latency
{
    public static async Task HandleAsync(HttpContext context, RequestDelegate next, GlobusEmulatorOptions options)
    {
        await Task.Delay(options.Latency, options.TimeProvider, context.RequestAborted).ConfigureAwait(false);
        await next(context).ConfigureAwait(false);
    }
}
