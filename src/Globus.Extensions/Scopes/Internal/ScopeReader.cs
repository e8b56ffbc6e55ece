using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Scopes.Internal;

/// <summary>
/// Reads scope strings into a graph: <c>scopes = [scope *(" " scope)]</c>, <c>scope = ["*"] name ["[" scopes "]"]</c>. Only the ASCII blank
/// separates, further blanks are ignored, white space of any kind around the whole text too.
/// </summary>
internal static class ScopeReader
{
    private const int MostExpected = 16_384;

    private static readonly SearchValues<char> Special = SearchValues.Create(" []*");

    public static bool TryReadOne(ReadOnlySpan<char> text, [NotNullWhen(true)] out Scope? scope, [NotNullWhen(false)] out ScopeError? error)
    {
        scope = null;
        if (!TryRead(text, out var scopes, out error))
        {
            return false;
        }

        if (scopes.Length != 1)
        {
            error = new ScopeError(scopes.Length == 0 ? "it is blank; exactly one scope was expected." : $"it holds {scopes.Length} scopes; exactly one was expected.");
            return false;
        }

        scope = scopes[0];
        return true;
    }

    public static bool TryReadAll(ReadOnlySpan<char> text, [NotNullWhen(true)] out ScopeSet? set, [NotNullWhen(false)] out ScopeError? error)
    {
        set = TryRead(text, out var scopes, out error) ? ScopeSet.FromGraph(scopes) : null;
        return set is not null;
    }

    /// <summary>Adds what a text says to a graph.</summary>
    /// <returns>What is wrong with the text, or <see langword="null"/>.</returns>
    public static ScopeError? Read(ReadOnlySpan<char> text, ScopeGraph graph)
    {
        var end = text.TrimEnd().Length;
        var position = end == 0 ? 0 : text.Length - text.TrimStart().Length;
        var open = default(OpenBrackets);
        var parent = ScopeGraph.Root;
        var isEmpty = false;
        while (position < end)
        {
            switch (text[position])
            {
                case ' ':
                    position++;
                    continue;

                case ']':
                    if (open.Depth == 0)
                    {
                        return new("']' closes nothing: there is no '[' before it.", position);
                    }

                    if (isEmpty)
                    {
                        return new("']' follows '[', but at least one scope was expected in between.", position);
                    }

                    parent = open.Pop();
                    if (++position < end && text[position] is not (' ' or ']'))
                    {
                        return new($"{Quote(text[position])} follows ']', where a blank, another ']' or the end was expected.", position);
                    }

                    continue;

                case '[':
                    return new(
                        position > 0 && text[position - 1] == ' ' && !isEmpty
                            ? "'[' stands after a blank; it was expected right after the name of a scope."
                            : "'[' was found where the name of a scope was expected.",
                        position);
            }

            var isOptional = text[position] == '*';
            if (isOptional && (++position == end || Special.Contains(text[position])))
            {
                return new($"the name of a scope was expected after '*', but {(position == end ? "the text ends" : $"{Quote(text[position])} was found")}.", position);
            }

            var length = text[position..end].IndexOfAny(Special);
            var name = length < 0 ? text[position..end] : text.Slice(position, length);
            if (char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]))
            {
                return new("a name begins or ends with white space; only blanks were expected between scopes.", char.IsWhiteSpace(name[0]) ? position : position + name.Length - 1);
            }

            var node = graph.AddMention(parent, name, isOptional, position);
            isEmpty = false;
            position += name.Length;
            if (position < end && text[position] == '[')
            {
                open.Push(parent, position++);
                parent = node;
                isEmpty = true;
            }
        }

        return open.Depth == 0 ? null : new($"the text ends, but ']' was expected for the '[' at position {open.LastPosition}.", end);
    }

    /// <summary>What keeps a text from being the name of a scope; <see langword="null"/> if it is one.</summary>
    public static string? DescribeName(ReadOnlySpan<char> name)
    {
        var special = name.IndexOfAny(Special);
        return special >= 0 ? $"{Quote(name[special])} was found at position {special} (counted from 0)."
            : char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]) ? "it begins or ends with white space."
            : null;
    }

    private static bool TryRead(ReadOnlySpan<char> text, [NotNullWhen(true)] out Scope[]? scopes, [NotNullWhen(false)] out ScopeError? error)
    {
        using var graph = new ScopeGraph(Math.Min(1 + text.Count(' ') + text.Count('['), MostExpected));
        error = Read(text, graph);
        scopes = null;
        return error is null && graph.TryBuild(out scopes, out error);
    }

    private static string Quote(char found) => found == ' ' ? "a blank" : char.IsControl(found) ? $"U+{(int)found:X4}" : $"'{found}'";

    /// <summary>The scopes whose brackets are open, as nodes of the graph, and where they were opened.</summary>
    private struct OpenBrackets
    {
        private (int Parent, int Position)[]? _items;

        public int Depth { get; private set; }

        public readonly int LastPosition => _items![Depth - 1].Position;

        public void Push(int parent, int position)
        {
            _items ??= new (int, int)[4];
            if (Depth == _items.Length)
            {
                Array.Resize(ref _items, Depth * 2);
            }

            _items[Depth++] = (parent, position);
        }

        public int Pop() => _items![--Depth].Parent;
    }
}
