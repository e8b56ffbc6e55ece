using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>Every scope that can be asked for: Globus's own and those owned by clients. Thread-safe.</summary>
internal sealed class ScopeCatalogue
{
    /// <summary>
    /// Scopes that anybody may register can multiply with every level on which they depend on each other; what is beyond this is
    /// left out of a consent.
    /// </summary>
    private const int MaxExpansion = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, KnownScope> _byName = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<Guid, KnownScope> _byId = [];

    public ScopeCatalogue(IEnumerable<EmulatorClient> clients)
    {
        foreach (var scope in WellKnownScopes.All().Concat(clients.SelectMany(OwnedBy)))
        {
            Put(scope);
        }
    }

    public IReadOnlyList<KnownScope> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _byId.Values];
            }
        }
    }

    /// <summary>All scopes.</summary>
    public IReadOnlyList<KnownScope> Snapshot => All;

    /// <summary>Puts these scopes in the place of all there are.</summary>
    public void Restore(IEnumerable<KnownScope> scopes)
    {
        lock (_gate)
        {
            _byId.Clear();
            _byName.Clear();
            foreach (var scope in scopes)
            {
                Put(scope);
            }
        }
    }

    public KnownScope? Find(string name)
    {
        lock (_gate)
        {
            return _byName.GetValueOrDefault(name);
        }
    }

    public bool TryFind(Guid id, [NotNullWhen(true)] out KnownScope? scope)
    {
        lock (_gate)
        {
            return _byId.TryGetValue(id, out scope);
        }
    }

    public IReadOnlyList<KnownScope> OwnedBy(Guid client)
    {
        lock (_gate)
        {
            return [.. _byId.Values.Where(scope => scope.Owner == client)];
        }
    }

    /// <summary>Adds a scope or changes the one with that id, unless another one has its scope string.</summary>
    public bool TrySet(KnownScope scope)
    {
        lock (_gate)
        {
            if (_byName.TryGetValue(scope.Name, out var namesake) && namesake.Id != scope.Id)
            {
                return false;
            }

            if (_byId.TryGetValue(scope.Id, out var present))
            {
                _byName.Remove(present.Name);
            }

            Put(scope);
            return true;
        }
    }

    /// <summary>Takes a scope away, and with it the wish of others to have it along.</summary>
    public void Remove(KnownScope scope)
    {
        lock (_gate)
        {
            _byId.Remove(scope.Id);
            _byName.Remove(scope.Name);
            KnownScope[] depending = [.. _byId.Values.Where(other => other.Dependencies.Any(dependency => dependency.Scope == scope.Id))];
            foreach (var other in depending)
            {
                Put(other with { Dependencies = [.. other.Dependencies.Where(dependency => dependency.Scope != scope.Id)] });
            }
        }
    }

    public void RemoveOwnedBy(Guid client)
    {
        foreach (var scope in OwnedBy(client))
        {
            Remove(scope);
        }
    }

    /// <summary>The names nobody knows, wherever in the trees they stand.</summary>
    public IReadOnlyList<string> FindUnknown(IEnumerable<RequestedScope> scopes)
    {
        var unknown = new List<string>();
        var rest = new Stack<RequestedScope>(scopes.Reverse());
        while (rest.TryPop(out var scope))
        {
            if (Find(scope.Name) is null)
            {
                unknown.Add(scope.Name);
            }

            foreach (var dependent in scope.Dependents)
            {
                rest.Push(dependent);
            }
        }

        return unknown;
    }

    /// <summary>
    /// Adds to a requested scope what its owner has declared to depend on it: that is what a consent covers.
    /// </summary>
    public RequestedScope Expand(RequestedScope scope)
    {
        var budget = MaxExpansion;
        lock (_gate)
        {
            return Expand(scope, [], ref budget);
        }
    }

    private RequestedScope Expand(RequestedScope scope, List<string> path, ref int budget)
    {
        path.Add(scope.Name);
        var dependents = new List<RequestedScope>();
        foreach (var dependent in scope.Dependents.Concat(DeclaredOf(scope.Name)).DistinctBy(static dependent => dependent.Name))
        {
            if (path.Count < ScopeParser.MaxDepth && !path.Contains(dependent.Name) && --budget > 0)
            {
                dependents.Add(Expand(dependent, path, ref budget));
            }
        }

        path.RemoveAt(path.Count - 1);
        return scope with { Dependents = dependents };
    }

    private IEnumerable<RequestedScope> DeclaredOf(string name) =>
        _byName.GetValueOrDefault(name)?.Dependencies
            .Where(dependency => _byId.ContainsKey(dependency.Scope))
            .Select(dependency => new RequestedScope(_byId[dependency.Scope].Name, dependency.Optional, [])) ?? [];

    private void Put(KnownScope scope)
    {
        _byName[scope.Name] = scope;
        _byId[scope.Id] = scope;
    }

    private static IEnumerable<KnownScope> OwnedBy(EmulatorClient client) => client.Scopes.Select(scope => new KnownScope
    {
        Id = StableIds.Of(scope.ScopeString),
        Name = scope.ScopeString,
        Title = scope.Description ?? scope.ScopeString,
        Description = scope.Description ?? scope.ScopeString,
        Owner = client.Id,
        ResourceServer = client.Id.ToString(),
        IsAdvertised = true,
        Dependencies =
        [
            .. scope.DependentScopes.Select(static text =>
                new ScopeDependency(StableIds.Of(text.TrimStart('*')), text.StartsWith('*'), RequiresRefreshToken: false)),
        ],
    });
}
