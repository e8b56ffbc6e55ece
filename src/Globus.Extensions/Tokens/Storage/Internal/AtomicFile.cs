using System.Security.Cryptography;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Replaces a file as a whole: a reader, and a crash, finds the old content or the new one, nothing in between.</summary>
/// <remarks>Writers must exclude each other (<see cref="TokenFileLock"/>).</remarks>
internal sealed class AtomicFile(string path, TimeProvider timeProvider, FileSteps steps)
{
    private const string TemporaryExtension = ".tmp";
    private const int TemporaryDigits = 32;
    private const int MoveAttemptsOnWindows = 10;
    private static readonly TimeSpan MovePause = TimeSpan.FromMilliseconds(10);

    private readonly string _directory = Path.GetDirectoryName(path)!;
    private readonly string _temporaryPrefix = $".{Path.GetFileName(path)}.";

    /// <summary>Writes the content to a new file that only the owner can read, and renames it over the old one.</summary>
    /// <exception cref="IOException">Something failed; the old content still stands and the new file is gone.</exception>
    public async ValueTask ReplaceAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        DeleteLeftovers();
        var temporary = Path.Combine(_directory, _temporaryPrefix + RandomNumberGenerator.GetHexString(TemporaryDigits) + TemporaryExtension);
        try
        {
            var stream = steps.CreateTemporary(temporary);
            await using (stream.ConfigureAwait(false))
            {
                await steps.WriteAsync(stream, content, cancellationToken).ConfigureAwait(false);

                // Onto the disk before the rename, or a power cut could leave the new name with no content.
                steps.Flush(stream);
            }

            await MoveAsync(temporary, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private void TryDelete(string temporary)
    {
        try
        {
            steps.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to report. The next writer tries again.
        }
    }

    private async ValueTask MoveAsync(string temporary, CancellationToken cancellationToken)
    {
        var attemptsLeft = OperatingSystem.IsWindows() ? MoveAttemptsOnWindows : 1;
        while (true)
        {
            try
            {
                steps.Replace(temporary, path);
                return;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException && --attemptsLeft > 0)
            {
                // Windows refuses while somebody reads the old file, be it a virus scanner.
                await Task.Delay(MovePause, timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // A process that died while it wrote has left its file, and the tokens in it.
    private void DeleteLeftovers()
    {
        foreach (var file in Directory.EnumerateFiles(_directory, "*" + TemporaryExtension))
        {
            // The length tells them from those of a token file whose name merely starts like ours.
            var name = Path.GetFileName(file);
            if (name.StartsWith(_temporaryPrefix, StringComparison.Ordinal)
                && name.Length == _temporaryPrefix.Length + TemporaryDigits + TemporaryExtension.Length)
            {
                TryDelete(file);
            }
        }
    }
}
