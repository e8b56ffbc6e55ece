using System.Globalization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Queries;

/// <summary>
/// One clause of a filter, <c>field:value[,value...]</c>: any value will do. Values may start with <c>=</c> (the same), <c>~</c> (a pattern),
/// <c>!</c> or <c>!~</c> (not); numbers with <c>&lt;</c>, <c>&gt;</c>, <c>&lt;=</c> or <c>&gt;=</c>; times are <c>start,end</c>.
/// </summary>
internal static class FilterClause
{
    /// <summary>The condition, or <see langword="null"/> if a value is none for this field.</summary>
    public static Predicate<T>? Read<T>(QueryField<T> field, string values)
    {
        string[] parts = values.Split(',');
        if (field.Time is { } time)
        {
            return ReadTimes(time, parts);
        }

        var alternatives = new List<Predicate<T>>(parts.Length);
        foreach (var part in parts)
        {
            var alternative = field.Number is { } number ? ReadNumber(number, part) : ReadText(field.Text, part);
            if (alternative is null)
            {
                return null;
            }

            alternatives.Add(alternative);
        }

        return item => alternatives.Exists(alternative => alternative(item));
    }

    private static Predicate<T> ReadText<T>(Func<T, string?> text, string value) => value switch
    {
        ['!', '~', .. var pattern] => item => !Matches(text(item), pattern),
        ['~', .. var pattern] => item => Matches(text(item), pattern),
        ['!', .. var other] => item => (text(item) ?? "") != other,
        ['=', .. var same] => item => (text(item) ?? "") == same,
        _ => item => (text(item) ?? "") == value,
    };

    private static bool Matches(string? text, string pattern) => NamePattern.IsMatch(pattern, text ?? "");

    private static Predicate<T>? ReadNumber<T>(Func<T, long?> number, string value)
    {
        var digits = value.AsSpan().TrimStart("<>=!");
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var wanted))
        {
            return null;
        }

        return value[..^digits.Length] switch
        {
            "" or "=" => item => number(item) == wanted,
            "!" => item => number(item) != wanted,
            "<" => item => number(item) < wanted,
            "<=" => item => number(item) <= wanted,
            ">" => item => number(item) > wanted,
            ">=" => item => number(item) >= wanted,
            _ => null,
        };
    }

    private static Predicate<T>? ReadTimes<T>(Func<T, DateTimeOffset?> time, string[] parts)
    {
        if (parts.Length > 2 || !TryReadTime(parts[0], out var start) || !TryReadTime(parts[^1], out var end))
        {
            return null;
        }

        return parts.Length == 1
            ? item => time(item) is { } at && at == start
            : item => time(item) is { } at && (start is null || at >= start) && (end is null || at <= end);
    }

    private static bool TryReadTime(string text, out DateTimeOffset? time)
    {
        time = null;
        if (text.Length == 0)
        {
            return true;
        }

        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read);
        time = isTime ? read : null;
        return isTime;
    }
}
