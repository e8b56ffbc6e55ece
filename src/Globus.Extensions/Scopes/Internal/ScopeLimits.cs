namespace Globus.Extensions.Scopes.Internal;

/// <summary>
/// How much a scope may stand for. Shared dependencies make a short text mean exponentially many names; the limit keeps walking, comparing and
/// printing as cheap as the text is long.
/// </summary>
internal static class ScopeLimits
{
    public const int Nodes = 100_000;
    public const string Problem = "the result stands for more than 100,000 names, or for more than 67,108,864 characters, once every dependency is written out where it belongs.";

    // Not even the names themselves may be so long that their repetition does not fit into a string.
    private const int TextLength = 1 << 26;

    /// <summary>How many names and characters scopes stand for that are printed side by side.</summary>
    public static (long Nodes, long TextLength) Measure(ReadOnlySpan<Scope> scopes)
    {
        var (nodes, length) = (0L, Math.Max(0L, scopes.Length - 1));
        foreach (var scope in scopes)
        {
            nodes += scope.NodeCount;
            length += scope.TextLength;
        }

        return (nodes, length);
    }

    /// <summary>Whether a scope with these dependencies, or scopes side by side if there is no name, stand for too much.</summary>
    public static bool Exceeds(string? name, ReadOnlySpan<Scope> scopes)
    {
        var (nodes, length) = Measure(scopes);
        return name is null ? nodes > Nodes || length > TextLength : nodes >= Nodes || length + name.Length + 3 > TextLength;
    }
}
