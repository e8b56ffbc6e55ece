using System.Security.Cryptography;
using System.Text;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Internal;
using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.Sqlite.Internal;

/// <summary>Lets one holder at a time renew a token of a database, across processes.</summary>
/// <remarks>
/// The lock is an exclusively opened file beside the database, not a transaction in it: a renewal takes as long as the service's answer, and
/// other tokens must be readable and storable meanwhile. The system releases it when its process ends, however that happens. The file
/// stays: deleting it could give a second process the lock on its successor.
/// </remarks>
internal sealed class RenewalLockFile : IAsyncDisposable
{
    private const int KeyDigits = 16;
    private const int ReadOnlyFileSystem = 30;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    // A renewal may take as long as the service's answer and all its retries do.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    private static readonly KeyedAsyncLock<string> Queue = new();

    private readonly FileStream? _file;
    private readonly IAsyncDisposable _turn;

    private RenewalLockFile(FileStream? file, IAsyncDisposable turn)
    {
        _file = file;
        _turn = turn;
    }

    /// <summary>Waits for the lock of a key and takes it.</summary>
    /// <exception cref="TokenStorageException">Another process kept it for too long, or the file cannot be made.</exception>
    public static async ValueTask<RenewalLockFile> AcquireAsync(string path, TokenRenewalKey key, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var name = $"{key.App}\n{key.IdentityId}\n{key.ResourceServer}";
        var lockPath = $"{DatabaseFile.ResolveLink(path)}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..KeyDigits]}.lock";
        var turn = await Queue.AcquireAsync(lockPath, cancellationToken).ConfigureAwait(false);
        try
        {
            return new RenewalLockFile(await OpenAsync(path, lockPath, timeProvider, cancellationToken).ConfigureAwait(false), turn);
        }
        catch
        {
            await turn.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }

        await _turn.DisposeAsync().ConfigureAwait(false);
    }

    private static async ValueTask<FileStream?> OpenAsync(string path, string lockPath, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                PrivateDirectory.Create(Path.GetDirectoryName(lockPath)!);
                return new FileStream(lockPath, OwnerOnlyFile.ForWriting(FileMode.OpenOrCreate));
            }
            catch (Exception error) when (error is UnauthorizedAccessException or IOException { HResult: ReadOnlyFileSystem })
            {
                // Where no lock file may be made, no token can be stored either, but those that are there can be used.
                return null;
            }
            catch (IOException error) when (!FileSharing.IsViolation(error))
            {
                throw SqliteFaults.Unwritable(path, error);
            }
            catch (IOException) when (timeProvider.GetElapsedTime(started) >= Deadline)
            {
                throw SqliteFaults.RenewalBusy(path, lockPath, Deadline);
            }
            catch (IOException)
            {
                // Another process has it.
            }

            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
