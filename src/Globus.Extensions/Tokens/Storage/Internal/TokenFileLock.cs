using Globus.Extensions.Tokens.Internal;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Lets one writer at a time change a token file, across processes.</summary>
/// <remarks>
/// The lock is an exclusively opened file beside the token file. The system releases it when its process ends, however that
/// happens. The file stays: deleting it could give a second process the lock on its successor.
/// </remarks>
internal sealed class TokenFileLock : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    // Writers of this process queue up here instead of polling; the entries go away with the writers.
    private static readonly KeyedAsyncLock<string> Queue = new();

    private readonly FileStream _file;
    private readonly IAsyncDisposable _turn;

    private TokenFileLock(FileStream file, IAsyncDisposable turn)
    {
        _file = file;
        _turn = turn;
    }

    /// <summary>How many writers of this process hold the lock of a file or wait for it.</summary>
    internal static int CountWriters(string path) => Queue.CountOf(path);

    /// <summary>Waits for the lock of a file and takes it. The folder must exist.</summary>
    /// <exception cref="TokenStorageException">Another process kept the lock for too long.</exception>
    /// <exception cref="IOException">The lock file cannot be opened for another reason.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be opened.</exception>
    public static async ValueTask<TokenFileLock> AcquireAsync(
        string path, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var turn = await Queue.AcquireAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            var pause = FirstPause;
            while (true)
            {
                if (TryOpen(path + ".lock") is { } file)
                {
                    return new TokenFileLock(file, turn);
                }

                if (timeProvider.GetElapsedTime(started) >= Deadline)
                {
                    throw TokenFileFaults.LockTimeout(path, path + ".lock", Deadline);
                }

                await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        catch
        {
            await turn.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        await _turn.DisposeAsync().ConfigureAwait(false);
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, OwnerOnlyFile.ForWriting(FileMode.OpenOrCreate));
        }
        catch (IOException error) when (FileSharing.IsViolation(error))
        {
            return null;
        }
    }
}
