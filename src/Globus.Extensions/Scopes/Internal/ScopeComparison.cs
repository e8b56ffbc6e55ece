namespace Globus.Extensions.Scopes.Internal;

/// <summary>The order in which scopes stand beside each other, and their equality; both without recursion.</summary>
internal static class ScopeComparison
{
    private const int Many = 64;

    /// <summary>Optional ones first, as their mark sorts before letters; then by name.</summary>
    public static int Compare(Scope left, Scope right) =>
        left.IsOptional != right.IsOptional ? (left.IsOptional ? -1 : 1) : string.CompareOrdinal(left.Value, right.Value);

    public static void Sort(Span<Scope> scopes)
    {
        for (var i = 1; i < scopes.Length; i++)
        {
            if (Compare(scopes[i - 1], scopes[i]) > 0)
            {
                SortUnsorted(scopes);
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
                if (ReferenceEquals(one, other))
                {
                    continue;
                }

                if (!LookEqual(one, other))
                {
                    return false;
                }

                if (one.DependencyArray.Length > 0 && !ReferenceEquals(one.DependencyArray, other.DependencyArray))
                {
                    open.Push((one.DependencyArray, other.DependencyArray));
                }
            }
        }

        return true;
    }

    // Comparing names one by one is most of the work of parsing a wide scope: they begin alike. What follows the common beginning tells most apart.
    private static void SortUnsorted(Span<Scope> scopes)
    {
        if (scopes.Length < Many)
        {
            scopes.Sort(Compare);
            return;
        }

        var first = scopes[0].Value.AsSpan();
        foreach (var scope in scopes)
        {
            first = first[..first.CommonPrefixLength(scope.Value)];
        }

        var keys = new ulong[scopes.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Key(scopes[i], first.Length);
        }

        keys.AsSpan().Sort(scopes);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                scopes[start..end].Sort(Compare);
            }
        }
    }

    // The mark, then nine characters of seven bits each, from a place up to which all names are the same. A character that does not fit ends the key.
    private static ulong Key(Scope scope, int start)
    {
        const int Length = 9, Bits = 7, Most = (1 << Bits) - 1;
        var name = scope.Value.AsSpan(start);
        var key = scope.IsOptional ? 0UL : 1UL;
        var count = 0;
        while (count < Length && count < name.Length)
        {
            var c = Math.Min(name[count++], (char)Most);
            key = (key << Bits) | c;
            if (c == Most)
            {
                break;
            }
        }

        return key << ((Length - count) * Bits);
    }

    // Everything but the dependencies themselves.
    private static bool LookEqual(Scope left, Scope right) =>
        left.IsOptional == right.IsOptional
        && left.NodeCount == right.NodeCount
        && left.TextLength == right.TextLength
        && left.DependencyArray.Length == right.DependencyArray.Length
        && left.Value == right.Value;
}
