using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>A file of tokens: read as a whole, replaced as a whole under its lock, for its owner only.</summary>
/// <remarks>What is in it is its storage's business.</remarks>
internal sealed class TokenFile
{
    private const long LongestContent = 64 * 1024 * 1024;
    private const UnixFileMode OthersMayRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private static readonly TimeSpan WriteDeadline = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _timeProvider;
    private readonly FileSteps _steps;
    private readonly ILogger? _logger;
    private readonly RenewalLockFile _renewalLock;

    public TokenFile(string storage, string path, TimeProvider? timeProvider, FileSteps? steps, ILogger? logger)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FullPath = Path.GetFullPath(path);
        Faults = new TokenFileFaults(storage, FullPath);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _steps = steps ?? FileSteps.Default;
        _logger = logger;
        _renewalLock = new RenewalLockFile(_timeProvider, _steps.CreateDirectory, _steps.TryOpenLock, Faults.LockTimeout);
    }

    public string FullPath { get; }

    public TokenFileFaults Faults { get; }

    /// <summary>The file, whatever it holds; <see langword="null"/> if there is none.</summary>
    /// <remarks>It is small and the system mostly has it in memory: to leave the thread for it would cost more than the read.</remarks>
    public byte[]? Read(CancellationToken cancellationToken) => Read(FullPath, cancellationToken);

    /// <summary>Replaces the content under the lock; <see langword="false"/> if the edit found nothing to change.</summary>
    /// <param name="edit">Makes the new content of the old one; <see langword="null"/> stands for no file and for no change.</param>
    /// <param name="cancellationToken">Cancels it, up to the moment in which the file is replaced.</param>
    public async ValueTask<bool> UpdateAsync(
        Func<byte[]?, CancellationToken, ValueTask<ReadOnlyMemory<byte>?>> edit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var target = SymbolicLink.Follow(FullPath);
            _steps.CreateDirectory(Path.GetDirectoryName(target)!);
            var hold = await HoldAsync(target + TokenFileLock.Extension, cancellationToken).ConfigureAwait(false);
            await using (hold.ConfigureAwait(false))
            {
                if (await edit(Read(target, cancellationToken), cancellationToken).ConfigureAwait(false) is not { } content)
                {
                    return false;
                }

                var oldMode = ExposedMode(target);
                await new AtomicFile(target, _timeProvider, _steps).ReplaceAsync(content, cancellationToken).ConfigureAwait(false);
                if (oldMode is not null && _logger is not null)
                {
                    StorageLog.WasReadableByOthers(_logger, target, oldMode);
                }

                return true;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Faults.Unwritable(error);
        }
    }

    /// <summary>Takes the renewal lock of a record, which is another one than that of <see cref="UpdateAsync"/>.</summary>
    public async ValueTask<IAsyncDisposable> LockRenewalAsync(string section, TokenRenewalKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await _renewalLock.AcquireAsync(FullPath, section, key, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw Faults.Unwritable(error);
        }
    }

    private byte[]? Read(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LongestContent })
            {
                throw Faults.Malformed("it is far larger than a token file", TokenFileFaults.PointElsewhere);
            }

            return _steps.Read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Faults.Unreadable(error);
        }
    }

    private async ValueTask<TokenFileLock> HoldAsync(string lockPath, CancellationToken cancellationToken)
    {
        try
        {
            return await TokenFileLock.AcquireAsync(lockPath, WriteDeadline, _steps.TryOpenLock, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw Faults.LockTimeout(lockPath, WriteDeadline);
        }
    }

    private static string? ExposedMode(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path) && File.GetUnixFileMode(path) is var mode && (mode & OthersMayRead) != UnixFileMode.None
            ? Convert.ToString((int)mode, toBase: 8).PadLeft(4, '0')
            : null;
}
