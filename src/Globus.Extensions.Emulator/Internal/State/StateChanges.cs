using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>
/// Hears of everything that may have changed what the emulator knows, and tells whoever keeps it. Changes that concern several stores are one
/// step to whoever looks at all of them.
/// </summary>
internal sealed class StateChanges : IDisposable
{
    private readonly ReaderWriterLockSlim _steps = new();

    /// <summary>What is to be done about a change; nothing where no state is kept.</summary>
    public Action? OnChange { get; set; }

    public void Note() => OnChange?.Invoke();

    /// <summary>Makes a change as one step. Many may be made at a time; nothing in them may wait for a network, or for files.</summary>
    public T Make<T>(Func<T> change)
    {
        _steps.EnterReadLock();
        try
        {
            return change();
        }
        finally
        {
            _steps.ExitReadLock();
        }
    }

    /// <summary>Looks at what is known while nothing is in the middle of a step.</summary>
    public T Look<T>(Func<T> look)
    {
        _steps.EnterWriteLock();
        try
        {
            return look();
        }
        finally
        {
            _steps.ExitWriteLock();
        }
    }

    /// <summary>Notes a call that may have changed something before its caller has the answer.</summary>
    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        if (IsRead(context.Request))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        context.Response.OnStarting(
            static state =>
            {
                ((StateChanges)state).Note();
                return Task.CompletedTask;
            },
            this);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            if (!context.Response.HasStarted)
            {
                Note();
            }
        }
    }

    public void Dispose() => _steps.Dispose();

    /// <summary>Reading changes nothing, save at Auth: identities come into being there, and the signing key.</summary>
    private static bool IsRead(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Path.StartsWithSegments(EmulatorPaths.Auth);
}
