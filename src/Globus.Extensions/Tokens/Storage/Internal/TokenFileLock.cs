using Globus.Extensions.Tokens.Internal;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Lets one holder at a time do something to a token file or database, across processes.</summary>
/// <remarks>
/// The lock is an exclusively opened file beside the token file. The system releases it when its process ends, however that
/// happens. The file stays: deleting it could give a second process the lock on its successor.
/// </remarks>
internal sealed class TokenFileLock : IAsyncDisposable
{
    /// <summary>How the names of lock files end.</summary>
    public const string Extension = ".lock";

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    // Those of this process queue up here instead of polling; the entries go away with them.
    private static readonly KeyedAsyncLock<string> Queue = new();

    private readonly FileStream? _file;
    private readonly IAsyncDisposable _turn;

    private TokenFileLock(FileStream? file, IAsyncDisposable turn)
    {
        _file = file;
        _turn = turn;
    }

    /// <summary>How many of this process hold a lock file or wait for it.</summary>
    internal static int CountHolders(string lockPath) => Queue.CountOf(lockPath);

    /// <summary>Opens a lock file; <see langword="null"/> if somebody else has it open.</summary>
    public static FileStream? TryOpen(string lockPath)
    {
        try
        {
            return new FileStream(lockPath, OwnerOnlyFile.ForWriting(FileMode.OpenOrCreate));
        }
        catch (IOException error) when (FileSharing.IsViolation(error))
        {
            return null;
        }
    }

    /// <summary>Waits for a lock file and takes it. Its folder must exist.</summary>
    /// <exception cref="TimeoutException">Another process kept the lock for longer than the deadline.</exception>
    /// <exception cref="IOException">The lock file cannot be opened for another reason.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be opened.</exception>
    public static async ValueTask<TokenFileLock> AcquireAsync(
        string lockPath, TimeSpan deadline, Func<string, FileStream?> tryOpen, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var turn = await Queue.AcquireAsync(lockPath, cancellationToken).ConfigureAwait(false);
        try
        {
            var pause = FirstPause;
            while (true)
            {
                if (tryOpen(lockPath) is { } file)
                {
                    return new TokenFileLock(file, turn);
                }

                if (timeProvider.GetElapsedTime(started) >= deadline)
                {
                    throw new TimeoutException($"The lock file '{lockPath}' is held by another process.");
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

    /// <summary>Waits for the turn among those of this process, and leaves the lock file alone.</summary>
    public static async ValueTask<TokenFileLock> AcquireTurnAsync(string lockPath, CancellationToken cancellationToken) =>
        new(null, await Queue.AcquireAsync(lockPath, cancellationToken).ConfigureAwait(false));

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }

        await _turn.DisposeAsync().ConfigureAwait(false);
    }
}
