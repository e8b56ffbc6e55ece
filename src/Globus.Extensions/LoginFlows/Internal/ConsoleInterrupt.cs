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
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
    }

    public CancellationToken Token => _source.Token;

    public bool HasCome => Volatile.Read(ref _count) > 0;

    public void Dispose()
    {
        // Waits for nobody: a handler may be running still, or begin to.
        _registration.Dispose();
        _source.Dispose();
    }

    /// <summary>Takes a Ctrl-C as the end of the login.</summary>
    /// <returns><see langword="false"/> if it is meant for the program: it is the second one, or the login has ended in this very moment.</returns>
    internal bool TryTake()
    {
        if (Interlocked.Increment(ref _count) != 1)
        {
            return false;
        }

        try
        {
            _source.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    private void Handle(PosixSignalContext context) => context.Cancel |= TryTake();
}
