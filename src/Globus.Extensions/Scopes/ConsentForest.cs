using System.Collections.ObjectModel;

namespace Globus.Extensions.Scopes;

/// <summary>All consents that a person has given to a client, as trees: one for each scope at the top, its dependencies below it. Immutable.</summary>
public sealed class ConsentForest
{
    private readonly ConsentTree[] _trees;

    /// <summary>Puts consents together to trees.</summary>
    /// <param name="consents">The consents, in any order.</param>
    /// <exception cref="ConsentForestException">The consent above another one is missing, or two have the same id and differ.</exception>
    public ConsentForest(IEnumerable<ConsentNode> consents)
    {
        ArgumentNullException.ThrowIfNull(consents);
        var trees = new Dictionary<long, ConsentTree>();
        foreach (var consent in consents)
        {
            ArgumentNullException.ThrowIfNull(consent, nameof(consents));
            if (!trees.TryAdd(consent.Id, new ConsentTree(consent)) && !IsSame(trees[consent.Id].Node, consent))
            {
                throw ConsentForestException.Ambiguous(consent.Id);
            }
        }

        var children = trees.Values
            .OrderBy(static tree => tree.Node.ScopeName, StringComparer.Ordinal)
            .ThenBy(static tree => tree.Node.Id)
            .ToLookup(static tree => tree.Node.ParentId);
        foreach (var siblings in children)
        {
            if (siblings.Key is not { } parent)
            {
                continue;
            }

            if (!trees.TryGetValue(parent, out var tree))
            {
                throw ConsentForestException.MissingParent(siblings.First().Node.Id, parent);
            }

            tree.ChildArray = [.. siblings];
        }

        _trees = [.. children[null]];
        Trees = new ReadOnlyCollection<ConsentTree>(_trees);
    }

    /// <summary>The trees, in the order of the scopes' names, then of the ids.</summary>
    public IReadOnlyList<ConsentTree> Trees { get; }

    /// <summary>Whether one tree contains a scope with all its dependencies, see <see cref="ConsentTree.Contains"/>.</summary>
    /// <param name="scope">The scope.</param>
    /// <returns>Whether the person has agreed to it.</returns>
    public bool Contains(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Array.Exists(_trees, tree => tree.Contains(scope));
    }

    /// <summary>Whether each of several scopes is contained in some tree; parts of different trees do not add up to one scope.</summary>
    /// <param name="scopes">The scopes, for example a <see cref="ScopeSet"/>; none are always contained.</param>
    /// <returns>Whether the person has agreed to all of them.</returns>
    public bool Contains(IEnumerable<Scope> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return scopes.All(Contains);
    }

    private static bool IsSame(ConsentNode one, ConsentNode other) =>
        one.ScopeName == other.ScopeName && one.DependencyPath.SequenceEqual(other.DependencyPath);
}
