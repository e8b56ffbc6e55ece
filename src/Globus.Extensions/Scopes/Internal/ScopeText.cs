namespace Globus.Extensions.Scopes.Internal;

/// <summary>Reads scope strings as far as requirements need it: which scopes stand at the top, whatever hangs below them.</summary>
internal static class ScopeText
{
    /// <summary>The top-level scopes of a text such as <c>a[b *c] *d</c>, each with its dependencies: <c>a[b *c]</c> and <c>*d</c>.</summary>
    public static List<string> Split(string text)
    {
        var scopes = new List<string>();
        int depth = 0, start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (c == '[')
            {
                depth++;
            }
            else if (c == ']')
            {
                depth--;
            }
            else if (c == ' ' && (depth <= 0 || i == text.Length))
            {
                if (i > start)
                {
                    scopes.Add(text[start..i]);
                }

                start = i + 1;
            }
        }

        return scopes;
    }

    /// <summary>The scope's own name, without the optional mark and without dependencies.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> scope)
    {
        scope = scope.TrimStart('*');
        var bracket = scope.IndexOf('[');
        return bracket < 0 ? scope : scope[..bracket];
    }

    /// <summary>Whether the scope may be declined without the rest.</summary>
    public static bool IsOptional(string scope) => scope.StartsWith('*');

    /// <summary>Whether a blank-separated list of granted scopes names this one.</summary>
    public static bool Contains(ReadOnlySpan<char> granted, ReadOnlySpan<char> name)
    {
        foreach (var range in granted.Split(' '))
        {
            if (granted[range].SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All scopes once, in the order in which they first come.</summary>
    public static List<string> Distinct(IEnumerable<string> scopes)
    {
        var result = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scope in scopes.SelectMany(Split))
        {
            if (seen.Add(scope))
            {
                result.Add(scope);
            }
        }

        return result;
    }
}
