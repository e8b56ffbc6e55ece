using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Emulator.Internal.AuthApi;

/// <summary>All resources of one kind, in the order they were made. Thread-safe.</summary>
internal sealed class ResourceStore<T>
    where T : class
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<Guid, T> _resources = [];

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _resources.Values];
            }
        }
    }

    public bool TryFind(Guid id, [NotNullWhen(true)] out T? resource)
    {
        lock (_gate)
        {
            return _resources.TryGetValue(id, out resource);
        }
    }

    /// <summary>Adds a resource, or puts it in the place of the one with that id.</summary>
    public void Set(Guid id, T resource)
    {
        lock (_gate)
        {
            _resources[id] = resource;
        }
    }

    /// <summary>Puts these resources, in this order, in the place of all there are.</summary>
    public void Restore(IEnumerable<T> resources, Func<T, Guid> id)
    {
        lock (_gate)
        {
            _resources.Clear();
            foreach (var resource in resources)
            {
                _resources[id(resource)] = resource;
            }
        }
    }

    public void Remove(Guid id)
    {
        lock (_gate)
        {
            _resources.Remove(id);
        }
    }
}
