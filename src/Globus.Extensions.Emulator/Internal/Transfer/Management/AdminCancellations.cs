namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>What managers have cancelled, by number. Thread-safe.</summary>
internal sealed class AdminCancellations
{
    private readonly Lock _gate = new();
    private readonly List<AdminCancellation> _all = [];

    /// <summary>All cancellations, the first one with the number 1.</summary>
    public IReadOnlyList<AdminCancellation> Snapshot
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>Puts these in the place of all there are.</summary>
    public void Restore(IEnumerable<AdminCancellation> cancellations)
    {
        lock (_gate)
        {
            _all.Clear();
            _all.AddRange(cancellations);
        }
    }

    /// <summary>Keeps what an identity has cancelled, and gives its number.</summary>
    public int Add(AdminCancellation cancellation)
    {
        lock (_gate)
        {
            _all.Add(cancellation);
            return _all.Count;
        }
    }

    /// <summary>One's own cancellation with that number, if there is one.</summary>
    public AdminCancellation? Find(Guid identity, int number)
    {
        lock (_gate)
        {
            return number > 0 && number <= _all.Count && _all[number - 1] is var found && found.Identity == identity ? found : null;
        }
    }
}
