namespace Globus.Extensions.Scopes.Internal;

/// <summary>The order in which scopes stand beside each other, and their equality; both without recursion.</summary>
internal static class ScopeComparison
{
    /// <summary>Optional ones first, as their mark sorts before letters; then by name.</summary>
    public static int Compare(Scope left, Scope right) =>
        left.IsOptional != right.IsOptional ? (left.IsOptional ? -1 : 1) : string.CompareOrdinal(left.Value, right.Value);

    public static void Sort(Span<Scope> scopes)
    {
        for (var i = 1; i < scopes.Length; i++)
        {
            if (Compare(scopes[i - 1], scopes[i]) > 0)
            {
                scopes.Sort(Compare);
                return;
            }
        }
    }

    public static bool AreEqual(Scope left, Scope right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (!LookEqual(left, right))
        {
            return false;
        }

        var open = new Stack<(Scope[] Left, Scope[] Right)>();
        open.Push((left.DependencyArray, right.DependencyArray));
        while (open.TryPop(out var pair))
        {
            for (var i = 0; i < pair.Left.Length; i++)
            {
                var (one, other) = (pair.Left[i], pair.Right[i]);
                if (ReferenceEquals(one.DependencyArray, other.DependencyArray) ? one.IsOptional == other.IsOptional && one.Value == other.Value : LookEqual(one, other))
                {
                    if (one.DependencyArray.Length > 0 && !ReferenceEquals(one.DependencyArray, other.DependencyArray))
                    {
                        open.Push((one.DependencyArray, other.DependencyArray));
                    }
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Everything but the dependencies themselves, which the hash nearly decides.
    private static bool LookEqual(Scope left, Scope right) =>
        left.GetHashCode() == right.GetHashCode()
        && left.IsOptional == right.IsOptional
        && left.NodeCount == right.NodeCount
        && left.DependencyArray.Length == right.DependencyArray.Length
        && left.Value == right.Value;
}
