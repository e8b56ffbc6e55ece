namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>
/// Nobody makes or moves a link by way of the emulator between the moment in which a path is looked up and the one in which it is used. Both
/// have to be short: whoever makes a link waits for all who use paths.
/// </summary>
internal sealed class LinkLock : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.SupportsRecursion);
    private long _changes;

    /// <summary>How often links may have changed.</summary>
    public long Changes => Volatile.Read(ref _changes);

    /// <summary>Looks up a path and uses it, beside others who do the same.</summary>
    public T Use<T>(Func<T> use)
    {
        _lock.EnterReadLock();
        try
        {
            return use();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>Makes or moves a link, or what may hold one, while nobody uses a path.</summary>
    public T Change<T>(Func<T> change)
    {
        _lock.EnterWriteLock();
        try
        {
            return change();
        }
        finally
        {
            _changes++;
            _lock.ExitWriteLock();
        }
    }

    public void Dispose() => _lock.Dispose();
}
