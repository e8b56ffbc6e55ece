using System.Collections.ObjectModel;

namespace Globus.Extensions.Scopes;

/// <summary>What a consent says about its place: which scope was agreed to, and below which other consents.</summary>
public sealed class ConsentNode
{
    /// <summary>Creates the node.</summary>
    /// <param name="id">The id of the consent.</param>
    /// <param name="scopeName">The name of its scope, as in <see cref="Scope.Value"/>.</param>
    /// <param name="dependencyPath">The ids of the consents from the top of the tree down to this one, which stands last.</param>
    /// <exception cref="ArgumentException">The name is empty, or the path does not end with the id.</exception>
    public ConsentNode(long id, string scopeName, IEnumerable<long> dependencyPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(scopeName);
        ArgumentNullException.ThrowIfNull(dependencyPath);
        long[] path = [.. dependencyPath];
        if (path.Length == 0 || path[^1] != id)
        {
            throw new ArgumentException($"The path of the consent {id} has to end with its id, but is [{string.Join(", ", path)}].", nameof(dependencyPath));
        }

        Id = id;
        ScopeName = scopeName;
        DependencyPath = new ReadOnlyCollection<long>(path);
    }

    /// <summary>The id of the consent.</summary>
    public long Id { get; }

    /// <summary>The name of the scope that was agreed to.</summary>
    public string ScopeName { get; }

    /// <summary>The ids of the consents from the top of the tree down to this one, which stands last.</summary>
    public IReadOnlyList<long> DependencyPath { get; }

    /// <summary>The consent above this one; <see langword="null"/> at the top of a tree.</summary>
    public long? ParentId => DependencyPath.Count > 1 ? DependencyPath[^2] : null;
}
