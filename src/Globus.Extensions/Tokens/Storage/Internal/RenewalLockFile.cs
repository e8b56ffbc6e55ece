using System.Security.Cryptography;
using System.Text;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Lets one holder at a time renew a token of a file or database, across processes, while others read and write it.</summary>
/// <param name="timeProvider">The clock for waiting.</param>
/// <param name="createDirectory">Creates a folder with its missing parents.</param>
/// <param name="tryOpen">Opens a lock file; <see langword="null"/> if somebody else has it open.</param>
/// <param name="busy">Says that another process kept the lock file of this path for this long.</param>
internal sealed class RenewalLockFile(
    TimeProvider timeProvider, Action<string> createDirectory, Func<string, FileStream?> tryOpen, Func<string, TimeSpan, TokenStorageException> busy)
{
    private const int KeyDigits = 16;
    private const int ReadOnlyFileSystem = 30;

    // A renewal may take as long as the service's answer and all its retries do.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    /// <summary>Waits for the lock of a token and takes it.</summary>
    /// <param name="path">The file in which the token is.</param>
    /// <param name="section">The part of it in which the token is. Whose app it is does not matter: who shares the token, shares the lock.</param>
    /// <param name="key">The token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TokenStorageException">Another process kept the lock for 10 minutes.</exception>
    /// <exception cref="IOException">The lock file cannot be made.</exception>
    public async ValueTask<IAsyncDisposable> AcquireAsync(string path, string section, TokenRenewalKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var name = $"{section}\n{key.IdentityId}\n{key.ResourceServer}";
        var ending = $".{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..KeyDigits]}{TokenFileLock.Extension}";
        var lockPath = path + ending;
        try
        {
            lockPath = SymbolicLink.Follow(path) + ending;
            createDirectory(Path.GetDirectoryName(lockPath)!);
            return await TokenFileLock.AcquireAsync(lockPath, Deadline, tryOpen, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw busy(lockPath, Deadline);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException { HResult: ReadOnlyFileSystem })
        {
            // Where no lock file may be made, no token can be stored either, but those that are there can be used.
            return await TokenFileLock.AcquireTurnAsync(lockPath, cancellationToken).ConfigureAwait(false);
        }
    }
}
