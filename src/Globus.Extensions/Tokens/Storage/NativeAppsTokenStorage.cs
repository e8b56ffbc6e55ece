using Globus.Extensions.Tokens.Storage.Internal;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Tokens.Storage;

/// <summary>Keeps tokens in the configuration file of the Python package fair_research_login, so that programs with it go on working.</summary>
/// <remarks>
/// <para>The file is <c>~/.globus-native-apps.cfg</c> unless another one is given, and has a section for each client. Other
/// sections, other options and comments stay as they are. A file that Python could not read is reported and never overwritten.</para>
/// <para>The format has no place for the identity of a record (<see cref="TokenData.IdentityId"/>) and for unknown members
/// (<see cref="TokenData.ExtensionData"/>): they are not stored, so whether a later login is the same person's is not known here. A
/// value with a line break, or with white space at either end, is refused, and an empty refresh token or token type is read
/// back as none. The file is never encrypted.</para>
/// <para>Files are written as <see cref="JsonTokenStorage"/> writes its own: as a whole, for their owner only, under a lock that
/// fair_research_login does not know. Thread-safe, and safe between processes that use this class.</para>
/// </remarks>
public sealed class NativeAppsTokenStorage : ITokenStorage, ITokenRenewalLock
{
    private readonly TokenFile _file;

    /// <summary>Creates the storage. Nothing is read, created or locked yet.</summary>
    /// <param name="path">The path of the file; a relative one is resolved against the current directory now.</param>
    /// <param name="section">The section, usually the client id.</param>
    /// <param name="timeProvider">The clock for waiting; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">The path is empty or not valid, or the section cannot stand in such a file.</exception>
    public NativeAppsTokenStorage(string path, string section, TimeProvider? timeProvider = null)
        : this(path, section, timeProvider, steps: null, logger: null)
    {
    }

    internal NativeAppsTokenStorage(string path, string section, TimeProvider? timeProvider, FileSteps? steps, ILogger? logger)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        if (section == ConfigSection.DefaultName || section.AsSpan().IndexOfAny("[]\r\n") >= 0)
        {
            throw new ArgumentException("The section can be neither DEFAULT, which means all sections in such a file, nor have brackets or line breaks.", nameof(section));
        }

        _file = new TokenFile("The native-apps token storage", path, timeProvider, steps, logger);
        Section = section;
    }

    /// <summary>The full path of the file.</summary>
    public string Path => _file.FullPath;

    /// <summary>The section of the file that this storage reads and writes.</summary>
    public string Section { get; }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return new(Open(_file.Read(cancellationToken)).ReadAll());
        }
        catch (Exception error) when (error is TokenStorageException or OperationCanceledException)
        {
            return ValueTask.FromException<IReadOnlyDictionary<string, TokenData>>(error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceServer);
        var records = await GetAllAsync(cancellationToken).ConfigureAwait(false);
        return records.GetValueOrDefault(resourceServer);
    }

    /// <inheritdoc/>
    public async ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        TokenData[] records = [.. tokens];
        if (records.Length > 0)
        {
            await _file.UpdateAsync((content, _) => new(Open(content).Store(records)), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        // Asked without the lock first: where there is nothing to remove, no lock file and no folder need appear.
        return await GetAsync(resourceServer, cancellationToken).ConfigureAwait(false) is not null
            && await _file.UpdateAsync((content, _) => new(Open(content).Remove(resourceServer)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets one at a time renew a token of this file and section, among all processes that use this class.</summary>
    /// <remarks>As <see cref="JsonTokenStorage.AcquireAsync"/>.</remarks>
    /// <param name="key">What is to be renewed; the file and the section stand for its app.</param>
    /// <param name="cancellationToken">Ends the wait; without effect once the key is held.</param>
    /// <returns>The hold: disposing it lets the next one in, disposing it again does nothing.</returns>
    /// <exception cref="TokenStorageException">Another process kept the lock for more than ten minutes.</exception>
    public ValueTask<IAsyncDisposable> AcquireAsync(TokenRenewalKey key, CancellationToken cancellationToken = default) =>
        _file.LockRenewalAsync(Section, key, cancellationToken);

    private NativeAppsDocument Open(byte[]? content) => new(_file.Faults, content, Section);
}
