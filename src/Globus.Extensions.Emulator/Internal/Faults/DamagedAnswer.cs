using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Faults;

/// <summary>Sends an answer slowly, in part, or not at all, after the service has done its work.</summary>
internal static class DamagedAnswer
{
    private const int PiecesPerSecond = 10;

    public static async Task SendAsync(HttpContext context, RequestDelegate answer, EmulatorFault fault, TimeProvider timeProvider)
    {
        var stream = context.Response.Body;
        using var whole = new MemoryStream();
        context.Response.Body = whole;
        try
        {
            await answer(context).ConfigureAwait(false);
        }
        finally
        {
            context.Response.Body = stream;
        }

        if (fault.Connection == EmulatorConnectionFault.BeforeAnswer)
        {
            context.Abort();
            return;
        }

        // The length is that of the whole: the caller can tell that something is missing.
        context.Response.ContentLength ??= whole.Length;
        var isCut = fault.Connection == EmulatorConnectionFault.WithinAnswer;
        var body = whole.GetBuffer().AsMemory(0, (int)(isCut ? whole.Length / 2 : whole.Length));
        await SendAsync(context, body, fault.BytesPerSecond, timeProvider).ConfigureAwait(false);
        if (isCut)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            context.Abort();
        }
    }

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body, int? bytesPerSecond, TimeProvider timeProvider)
    {
        if (bytesPerSecond is not { } rate)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var size = Math.Max(1, rate / PiecesPerSecond);
        for (; !body.IsEmpty; body = body[Math.Min(size, body.Length)..])
        {
            var piece = body[..Math.Min(size, body.Length)];
            await Task.Delay(TimeSpan.FromSeconds((double)piece.Length / rate), timeProvider, context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.WriteAsync(piece, context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }
}
