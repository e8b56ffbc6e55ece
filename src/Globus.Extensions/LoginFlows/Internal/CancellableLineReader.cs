using System.Runtime.CompilerServices;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>Reads lines from a reader that blocks, as the console's does, without blocking the caller.</summary>
internal sealed class CancellableLineReader
{
    // By reader, not by login flow: whoever waits for a line of the console takes it from all others.
    private static readonly ConditionalWeakTable<TextReader, CancellableLineReader> Readers = [];

    private Task<string?>? _abandoned;

    /// <summary>What reads the lines of a reader for all login flows.</summary>
    public static CancellableLineReader Of(TextReader reader) => Readers.GetOrAdd(reader, static _ => new CancellableLineReader());

    /// <summary>
    /// The next line, or <see langword="null"/> at the end of the input. On cancellation the thread that waits for the line is left behind:
    /// a read from the console cannot be ended. Its line goes to whoever asks next, or a person would type it for nobody.
    /// </summary>
    public async Task<string?> ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var line = Interlocked.Exchange(ref _abandoned, null) ?? Start(reader);
        try
        {
            return await line.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ = Interlocked.CompareExchange(ref _abandoned, line, null);
            throw;
        }
    }

    private static Task<string?> Start(TextReader reader)
    {
        var line = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Complete(line, reader)) { IsBackground = true, Name = "Globus login prompt" }.Start();
        return line.Task;
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
