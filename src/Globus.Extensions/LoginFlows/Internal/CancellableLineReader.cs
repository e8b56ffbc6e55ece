namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>Reads a line from a reader that blocks, as the console's does, without blocking the caller.</summary>
internal static class CancellableLine
{
    /// <summary>
    /// The line, or <see langword="null"/> at the end of the input. On cancellation the thread that waits for the line is left behind:
    /// a read from the console cannot be ended, and the thread is a background one.
    /// </summary>
    public static async Task<string?> ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var line = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Complete(line, reader)) { IsBackground = true, Name = "Globus login prompt" }.Start();
        return await line.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Complete(TaskCompletionSource<string?> line, TextReader reader)
    {
        try
        {
            line.SetResult(reader.ReadLine());
        }
        catch (Exception exception)
        {
            line.SetException(exception);
            _ = line.Task.Exception;
        }
    }
}
