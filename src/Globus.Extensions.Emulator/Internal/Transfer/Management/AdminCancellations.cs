using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>What managers have cancelled, by number. Thread-safe.</summary>
internal sealed class AdminCancellations
{
    private readonly Lock _gate = new();
    private readonly List<(Guid Identity, IReadOnlyList<TransferTask> Tasks)> _all = [];

    /// <summary>Keeps what an identity has cancelled, and gives its number.</summary>
    public int Add(Guid identity, IReadOnlyList<TransferTask> tasks)
    {
        lock (_gate)
        {
            _all.Add((identity, tasks));
            return _all.Count;
        }
    }

    /// <summary>The tasks of one's own cancellation.</summary>
    public bool TryFind(Guid identity, int number, [NotNullWhen(true)] out IReadOnlyList<TransferTask>? tasks)
    {
        lock (_gate)
        {
            tasks = number > 0 && number <= _all.Count && _all[number - 1].Identity == identity ? _all[number - 1].Tasks : null;
            return tasks is not null;
        }
    }
}
