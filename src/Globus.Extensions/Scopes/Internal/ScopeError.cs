namespace Globus.Extensions.Scopes.Internal;

/// <summary>What is wrong with a scope string, and where: a 0-based index into the text, or none if it is no single character's fault.</summary>
internal sealed record ScopeError(string Problem, int? Position = null)
{
    private const int Context = 40;

    /// <summary>The exception for a text that was parsed: place, problem, and what stands around the place.</summary>
    public FormatException ToException(ReadOnlySpan<char> text) => new(Describe(text));

    public string Describe(ReadOnlySpan<char> text) => Position is { } position
        ? $"The scope string is malformed at position {position} (counted from 0): {Problem} The text: '{Clip(text, position)}'"
        : $"The scope string is malformed: {Problem} The text: '{Clip(text)}'";

    /// <summary>The part of a text around a position that fits into a message, on one line.</summary>
    public static string Clip(ReadOnlySpan<char> text, int position = 0)
    {
        var start = Math.Max(0, position - Context);
        var end = Math.Min(text.Length, position + Context);
        var part = string.Create(end - start, text[start..end], static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? '\uFFFD' : source[i];
            }
        });
        return $"{(start > 0 ? "…" : "")}{part}{(end < text.Length ? "…" : "")}";
    }
}
