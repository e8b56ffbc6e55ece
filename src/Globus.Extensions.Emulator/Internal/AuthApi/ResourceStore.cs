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

    /// <summary>Adds a resource, or puts it in the place of the one with that id, unless <paramref name="isTaken"/> finds another one in its way.</summary>
    public bool TrySet(Guid id, T resource, Func<T, bool> isTaken)
    {
        lock (_gate)
        {
            if (_resources.Any(present => present.Key != id && isTaken(present.Value)))
            {
                return false;
            }

            _resources[id] = resource;
            return true;
        }
    }

    /// <summary>Changes a resource as one step; <see langword="null"/> if it is gone.</summary>
    public T? Update(Guid id, Func<T, T> change)
    {
        lock (_gate)
        {
            return _resources.TryGetValue(id, out var resource) ? _resources[id] = change(resource) : null;
        }
    }

    public bool Remove(Guid id)
    {
        lock (_gate)
        {
            return _resources.Remove(id);
        }
    }

    public void RemoveAll(Func<T, bool> isUnwanted)
    {
        lock (_gate)
        {
            foreach (var id in _resources.Where(present => isUnwanted(present.Value)).Select(static present => present.Key).ToList())
            {
                _resources.Remove(id);
            }
        }
    }
}
