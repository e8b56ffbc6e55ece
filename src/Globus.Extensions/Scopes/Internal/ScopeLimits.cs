namespace Globus.Extensions.Scopes.Internal;

/// <summary>
/// How much a scope may stand for. Shared dependencies make a short text mean exponentially many names; the limit keeps walking, comparing and
/// printing as cheap as the text is long.
/// </summary>
internal static class ScopeLimits
{
    public const int Nodes = 100_000;
    public const string Problem = "they stand for more than 100,000 names, or for more than 67,108,864 characters, once every dependency is written out where it belongs.";

    // Not even the names themselves may be so long that their repetition does not fit into a string.
    private const int TextLength = 1 << 26;

    public static bool Exceeds(long nodes, long textLength) => nodes > Nodes || textLength > TextLength;
}
