using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>How Python's <c>configparser</c>, with its defaults, spells what stands in a configuration file.</summary>
internal static class ConfigText
{
    /// <summary>Says whether Python takes a character for white space, which it strips from names and values.</summary>
    public static bool IsSpace(char character) => char.IsWhiteSpace(character) || character is >= '\x1c' and <= '\x1f';

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => TrimEnd(text[Indentation(text)..]);

    public static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    /// <summary>How many white space characters a line begins with.</summary>
    public static int Indentation(ReadOnlySpan<char> line)
    {
        var start = 0;
        while (start < line.Length && IsSpace(line[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>Cuts a text into its lines, each with its ending, at the endings that Python knows when it reads a text file.</summary>
    public static List<string> SplitLines(string text)
    {
        var lines = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var ending = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = ending < 0 ? text.Length : start + ending + 1;
            if (ending >= 0 && text[end - 1] == '\r' && end < text.Length && text[end] == '\n')
            {
                end++;
            }

            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>The ending of a line; empty for a last one without.</summary>
    public static string EndingOf(string line) => line[line.AsSpan().TrimEnd("\r\n").Length..];

    /// <summary>A value as it is written: a percent sign begins a reference to another value, so it is doubled.</summary>
    public static string Escape(string value) => value.Replace("%", "%%", StringComparison.Ordinal);

    /// <summary>The value that is meant; <see langword="false"/> if it refers to another one, or tries to.</summary>
    public static bool TryUnescape(string text, [NotNullWhen(true)] out string? value)
    {
        var isPlain = !text.Replace("%%", "", StringComparison.Ordinal).Contains('%', StringComparison.Ordinal);
        value = isPlain ? text.Replace("%%", "%", StringComparison.Ordinal) : null;
        return isPlain;
    }

    /// <summary>Says why a value cannot be kept: what Python would read back must be the same.</summary>
    public static string? FindTrouble(string value)
    {
        if (value.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            return "has a line break";
        }

        if (Trim(value).Length != value.Length)
        {
            return "begins or ends with white space";
        }

        return value.EnumerateRunes().Any(static rune => rune == Rune.ReplacementChar) ? "is not valid Unicode" : null;
    }
}
