namespace Globus.Extensions.Scopes.Internal;

/// <summary>Prints scopes in one pass into a string of the known length, without recursion.</summary>
internal static class ScopeWriter
{
    public static string Write(Scope[] scopes, int length) => string.Create(length, scopes, Fill);

    private static void Fill(Span<char> text, Scope[] scopes)
    {
        var outer = default(Stack<(Scope[] Scopes, int Next)>);
        var (position, next) = (0, 0);
        while (true)
        {
            if (next == scopes.Length)
            {
                if (outer is null || !outer.TryPop(out var above))
                {
                    return;
                }

                text[position++] = ']';
                (scopes, next) = above;
                continue;
            }

            if (next > 0)
            {
                text[position++] = ' ';
            }

            var scope = scopes[next++];
            if (scope.IsOptional)
            {
                text[position++] = '*';
            }

            scope.Value.CopyTo(text[position..]);
            position += scope.Value.Length;
            if (scope.DependencyArray.Length > 0)
            {
                text[position++] = '[';
                (outer ??= new()).Push((scopes, next));
                (scopes, next) = (scope.DependencyArray, 0);
            }
        }
    }
}
