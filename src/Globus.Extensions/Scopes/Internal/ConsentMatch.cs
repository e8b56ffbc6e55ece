namespace Globus.Extensions.Scopes.Internal;

/// <summary>
/// Compares a scope with a tree of consents, from the top down, then judges from the bottom up, without recursion. As a scope has each dependency
/// once, a consent is compared with one place of the scope at most: the work grows with the consents, however often scopes are shared.
/// </summary>
internal static class ConsentMatch
{
    public static bool Contains(ConsentTree tree, Scope scope)
    {
        if (tree.Node.ScopeName != scope.Value)
        {
            return false;
        }

        var pairs = new List<Pair> { new(tree, scope, -1, 0) };
        for (var i = 0; i < pairs.Count; i++)
        {
            AddChildren(pairs, i);
        }

        for (var i = pairs.Count - 1; i > 0; i--)
        {
            var pair = pairs[i];
            var parent = pairs[pair.Parent];
            if (pair.Satisfied == pair.Scope.DependencyArray.Length && parent.LastSatisfied != pair.Dependency)
            {
                // Several children may satisfy one dependency; they stand beside each other.
                parent.LastSatisfied = pair.Dependency;
                parent.Satisfied++;
            }
        }

        return pairs[0].Satisfied == scope.DependencyArray.Length;
    }

    private static void AddChildren(List<Pair> pairs, int index)
    {
        var (children, dependencies) = (pairs[index].Tree.ChildArray, pairs[index].Scope.DependencyArray);
        if (children.Length < dependencies.Length)
        {
            return;
        }

        for (var dependency = 0; dependency < dependencies.Length; dependency++)
        {
            var name = dependencies[dependency].Value;
            for (var child = FirstNamed(children, name); child < children.Length && children[child].Node.ScopeName == name; child++)
            {
                pairs.Add(new Pair(children[child], dependencies[dependency], index, dependency));
            }
        }
    }

    private static int FirstNamed(ConsentTree[] children, string name)
    {
        var (low, high) = (0, children.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(children[middle].Node.ScopeName, name) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A consent and the place of the scope that it is compared with, and how many of that place's dependencies it satisfies.</summary>
    private sealed class Pair(ConsentTree tree, Scope scope, int parent, int dependency)
    {
        public ConsentTree Tree => tree;

        public Scope Scope => scope;

        public int Parent => parent;

        public int Dependency => dependency;

        public int Satisfied { get; set; }

        public int LastSatisfied { get; set; } = -1;
    }
}
