namespace Globus.Extensions.Emulator.Internal.Transfer.Queries;

/// <summary>
/// Patterns of names: <c>*</c>, <c>?</c>, <c>[abc]</c>, <c>[!abc]</c>, ranges such as <c>[a-z]</c>, and a backslash before what is meant as it
/// is. An open bracket without its fellow stands for itself.
/// </summary>
internal static class NamePattern
{
    /// <summary>Whether there is anything in it but characters that stand for themselves.</summary>
    public static bool IsPattern(string text)
    {
        var isEscaped = false;
        foreach (var character in text)
        {
            if (!isEscaped && character is ('*' or '?' or '['))
            {
                return true;
            }

            isEscaped = !isEscaped && character == '\\';
        }

        return false;
    }

    /// <summary>The name that a text without a pattern means.</summary>
    public static string Unescape(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        var isEscaped = false;
        foreach (var character in text)
        {
            isEscaped = !isEscaped && character == '\\';
            if (!isEscaped)
            {
                plain.Append(character);
            }
        }

        return (isEscaped ? plain.Append('\\') : plain).ToString();
    }

    /// <summary>Compares in time proportional to both lengths at most: the latest star takes more, never one before it.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var (p, n) = (0, 0);
        var (starPattern, starName) = (-1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (starPattern, starName) = (++p, n);
            }
            else if (p < pattern.Length && MatchesOne(pattern, p, name[n], out var next))
            {
                (p, n) = (next, n + 1);
            }
            else if (starPattern >= 0)
            {
                (p, n) = (starPattern, ++starName);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, int at, char character, out int next)
    {
        switch (pattern[at])
        {
            case '?':
                next = at + 1;
                return true;
            case '[' when TryFindEnd(pattern, at, out var end):
                next = end + 1;
                var isNegated = pattern[at + 1] is '!' or '^';
                return IsInSet(pattern[(isNegated ? at + 2 : at + 1)..end], character) != isNegated;
            case '\\' when at + 1 < pattern.Length:
                next = at + 2;
                return pattern[at + 1] == character;
            default:
                next = at + 1;
                return pattern[at] == character;
        }
    }

    /// <summary>A closing bracket directly after the open one, or after its negation, belongs to the set.</summary>
    private static bool TryFindEnd(ReadOnlySpan<char> pattern, int at, out int end)
    {
        var first = at + 1 < pattern.Length && pattern[at + 1] is '!' or '^' ? at + 2 : at + 1;
        var length = first + 1 < pattern.Length ? pattern[(first + 1)..].IndexOf(']') : -1;
        end = first + 1 + length;
        return length >= 0;
    }

    private static bool IsInSet(ReadOnlySpan<char> set, char character)
    {
        while (!set.IsEmpty)
        {
            var isRange = set.Length > 2 && set[1] == '-';
            if (character >= set[0] && character <= set[isRange ? 2 : 0])
            {
                return true;
            }

            set = set[(isRange ? 3 : 1)..];
        }

        return false;
    }
}
