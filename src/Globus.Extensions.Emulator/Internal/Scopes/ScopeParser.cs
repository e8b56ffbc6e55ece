using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>
/// Reads <c>name *name[dep *dep[...]]</c> in one pass and without recursion: the text comes from the network, so its depth
/// must not decide about our stack.
/// </summary>
internal static class ScopeParser
{
    public const int MaxLength = 16 * 1024;
    public const int MaxDepth = 32;

    private const string Special = " []*";

    public static bool TryParse(string text, [NotNullWhen(true)] out IReadOnlyList<RequestedScope>? scopes)
    {
        scopes = null;
        if (text.Length > MaxLength)
        {
            return false;
        }

        var levels = new Stack<Entry>([new Entry("", isOptional: false)]);
        for (var i = 0; i < text.Length;)
        {
            switch (text[i])
            {
                case ' ':
                    i++;
                    break;
                case ']':
                    if (!TryClose(levels) || !EndsCleanly(text, ++i))
                    {
                        return false;
                    }

                    break;
                case '[':
                    // Only a name directly before it opens a list; that case is handled with the name.
                    return false;
                default:
                    if (!TryReadName(text, ref i, levels))
                    {
                        return false;
                    }

                    break;
            }
        }

        if (levels.Count != 1)
        {
            return false;
        }

        scopes = levels.Peek().ToScope().Dependents;
        return true;
    }

    private static bool TryReadName(string text, ref int i, Stack<Entry> levels)
    {
        var optional = text[i] == '*';
        var start = optional ? i + 1 : i;
        var length = text.AsSpan(start).IndexOfAny(Special);
        var end = length < 0 ? text.Length : start + length;
        if (end == start)
        {
            return false;
        }

        var entry = new Entry(text[start..end], optional);
        if (levels.Any(level => level.Name == entry.Name))
        {
            // A scope below itself is a cycle.
            return false;
        }

        levels.Peek().Dependents.Add(entry);
        i = end;
        if (end < text.Length && text[end] == '[')
        {
            i++;
            levels.Push(entry);
            return levels.Count <= MaxDepth;
        }

        return true;
    }

    private static bool TryClose(Stack<Entry> levels) => levels.Count > 1 && levels.Pop().Dependents.Count > 0;

    private static bool EndsCleanly(string text, int i) => i == text.Length || text[i] is ' ' or ']';

    private sealed class Entry(string name, bool isOptional)
    {
        public string Name => name;

        public List<Entry> Dependents { get; } = [];

        // Recursion is safe here: TryParse has limited the depth.
        public RequestedScope ToScope() => new(name, isOptional, Dependents.ConvertAll(static entry => entry.ToScope()));
    }
}
