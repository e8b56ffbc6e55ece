using System.Runtime.InteropServices;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>A person at the terminal goes on to the next login flow by the Enter key, or by the first Ctrl-C where nobody else handles it.</summary>
internal sealed class ConsoleLoginSkip(bool ownsInterrupt, TimeProvider timeProvider) : ILoginSkip
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(100);

    public async Task WaitAsync(string nextLoginFlow, bool isKeyboardFree, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected || !(isKeyboardFree || ownsInterrupt))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = ownsInterrupt ? PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt) : null;
        await (Console.IsOutputRedirected ? Console.Error : Console.Out).WriteLineAsync(
            $"Press {(isKeyboardFree ? "Enter" : "Ctrl-C")} to log in another way ({nextLoginFlow}).".AsMemory(), cancellationToken).ConfigureAwait(false);
        while (!interrupted.Task.IsCompleted && !(isKeyboardFree && IsEnterPressed()))
        {
            // A key cannot be awaited: a read would stay behind, and take the next key that is meant for the program.
            var pause = Task.Delay(isKeyboardFree ? PollingInterval : Timeout.InfiniteTimeSpan, timeProvider, cancellationToken);
            await (await Task.WhenAny(interrupted.Task, pause).ConfigureAwait(false)).ConfigureAwait(false);
        }

        void Interrupt(PosixSignalContext context)
        {
            // Only the first one is ours.
            context.Cancel |= interrupted.TrySetResult();
        }
    }

    private static bool IsEnterPressed()
    {
        try
        {
            while (Console.KeyAvailable)
            {
                if (Console.ReadKey(intercept: true).Key == ConsoleKey.Enter)
                {
                    return true;
                }
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            // The terminal has gone away.
        }

        return false;
    }
}
