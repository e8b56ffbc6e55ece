using System.Runtime.CompilerServices;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>Reads a line from a reader that blocks, as the console's does, without blocking the caller.</summary>
internal static class CancellableLine
{
    // A read from the console cannot be ended. If its caller gives up, the next one goes on waiting for the same line: a second read would
    // stand behind the first, which would swallow what the person types.
    private static readonly ConditionalWeakTable<TextReader, PendingLine> Pending = [];

    /// <summary>The line, or <see langword="null"/> at the end of the input.</summary>
    public static Task<string?> ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Pending.GetOrCreateValue(reader).ReadAsync(reader, cancellationToken);
    }

    private sealed class PendingLine
    {
        private readonly Lock _gate = new();
        private Task<string?>? _read;

        public async Task<string?> ReadAsync(TextReader reader, CancellationToken cancellationToken)
        {
            Task<string?> read;
            lock (_gate)
            {
                // A line that came while nobody waited for it was not meant for this question.
                read = _read is { IsCompleted: false } ? _read : _read = Start(reader);
            }

            return await read.WaitAsync(cancellationToken).ConfigureAwait(false);
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
}
