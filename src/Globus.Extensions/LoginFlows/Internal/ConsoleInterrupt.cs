using System.Runtime.InteropServices;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>Turns Ctrl-C into a cancellation, as long as a person is asked something at the console. A host that handles it, too, is not kept from it.</summary>
internal sealed class ConsoleInterrupt : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration _registration;
    private int _count;

    public ConsoleInterrupt(CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
    }

    public CancellationToken Token => _source.Token;

    public bool HasCome => Volatile.Read(ref _count) > 0;

    public void Dispose()
    {
        // Waits for a handler that is running.
        _registration.Dispose();
        _source.Dispose();
    }

    // Whoever presses it twice wants the program to end.
    private void Cancel(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref _count) == 1)
        {
            context.Cancel = true;
            _source.Cancel();
        }
    }
}
