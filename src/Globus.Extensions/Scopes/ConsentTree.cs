using System.Collections.ObjectModel;
using Globus.Extensions.Scopes.Internal;

namespace Globus.Extensions.Scopes;

/// <summary>A consent and those below it: what a person has agreed to for one scope and its dependencies. Immutable.</summary>
public sealed class ConsentTree
{
    internal ConsentTree(ConsentNode node) => Node = node;

    /// <summary>The consent at the top.</summary>
    public ConsentNode Node { get; }

    /// <summary>What hangs below it, in the order of the scopes' names, then of the ids.</summary>
    public IReadOnlyList<ConsentTree> Children => field ??= ChildArray.Length == 0 ? ReadOnlyCollection<ConsentTree>.Empty : new(ChildArray);

    /// <summary>Sorted by the name of the scope.</summary>
    internal ConsentTree[] ChildArray { get; set; } = [];

    /// <summary>
    /// Whether the consent at the top is one to this scope, and for each of its dependencies there is a child that contains it in turn. No level can
    /// be skipped, and optional marks do not matter.
    /// </summary>
    /// <param name="scope">The scope.</param>
    /// <returns>Whether the tree contains it.</returns>
    public bool Contains(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ConsentMatch.Contains(this, scope);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Node.ScopeName} (consent {Node.Id}, {ChildArray.Length} below)";
}
