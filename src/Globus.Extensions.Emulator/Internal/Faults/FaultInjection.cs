using System.Globalization;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Faults;

/// <summary>Lets go wrong what the script says.</summary>
internal sealed class FaultInjection(FaultScript script, TokenStore tokens, TimeProvider timeProvider)
{
    public Task HandleAsync(HttpContext context, RequestDelegate next) =>
        script.TryTake(context.Request, out var fault) ? StrikeAsync(fault, context, next) : next(context);

    private async Task StrikeAsync(EmulatorFault fault, HttpContext context, RequestDelegate next)
    {
        if (fault.Latency > TimeSpan.Zero)
        {
            await Task.Delay(fault.Latency, timeProvider, context.RequestAborted).ConfigureAwait(false);
        }

        if (fault.Connection == EmulatorConnectionFault.BeforeRequest)
        {
            context.Abort();
            return;
        }

        if (fault.Token != EmulatorTokenFault.None && BearerToken.Read(context.Request) is { } token)
        {
            tokens.End(token, withLogin: fault.Token == EmulatorTokenFault.Revoked);
        }

        RequestDelegate answer = Refuses(fault) ? refused => RefuseAsync(fault, refused) : next;
        if (fault is { Connection: EmulatorConnectionFault.None, BytesPerSecond: null })
        {
            await answer(context).ConfigureAwait(false);
        }
        else
        {
            await DamagedAnswer.SendAsync(context, answer, fault, timeProvider).ConfigureAwait(false);
        }
    }

    private static bool Refuses(EmulatorFault fault) => fault is not { Status: null, ConsentRequired: [], SessionRequired: null };

    private static Task RefuseAsync(EmulatorFault fault, HttpContext context)
    {
        if (fault.Status is not { } status)
        {
            return RequirementsAnswer.WriteAsync(context, fault);
        }

        if (fault.RetryAfter is { } delay)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return ServiceErrors.WriteAsync(context, status, fault.Code, fault.Message);
    }
}
