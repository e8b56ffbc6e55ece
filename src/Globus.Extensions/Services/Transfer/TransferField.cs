using System.Globalization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>
/// A field by which the service filters or orders a list. <see cref="TaskFields"/> and <see cref="FileFields"/> hold those that it knows;
/// any name can be one.
/// </summary>
/// <example><code>TaskFields.Status.Is("ACTIVE", "INACTIVE").And(TaskFields.Label.Like("nightly*"))</code></example>
public readonly record struct TransferField
{
    private const string Separators = "/,:";

    /// <summary>Creates the value from its name.</summary>
    /// <param name="name">The name as the service spells it.</param>
    /// <exception cref="ArgumentException">The name is blank, or has a blank, <c>/</c>, <c>,</c> or <c>:</c>.</exception>
    public TransferField(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name.AsSpan().IndexOfAny(Separators) < 0 && !name.Any(char.IsWhiteSpace)
            ? name
            : throw new ArgumentException($"'{name}' is no name of a field: it has a blank, '/', ',' or ':'.", nameof(name));
    }

    /// <summary>The name as the service spells it.</summary>
    public string Name { get => field ?? string.Empty; }

    /// <summary>Orders by this field, the smallest first.</summary>
    public TransferOrdering Ascending => TransferOrdering.Of(this, isDescending: false);

    /// <summary>Orders by this field, the largest first.</summary>
    public TransferOrdering Descending => TransferOrdering.Of(this, isDescending: true);

    /// <summary>The field is one of these.</summary>
    /// <param name="values">The values; at least one.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">There is none, or one cannot be written: it is empty, has <c>/</c>, <c>,</c> or <c>:</c>, or begins like an operator.</exception>
    public TransferFilter Is(params IEnumerable<string> values) => Clause(string.Empty, values);

    /// <summary>The field is none of these.</summary>
    /// <param name="values">The values; at least one.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">There is none, or one cannot be written: it is empty, has <c>/</c>, <c>,</c> or <c>:</c>, or begins like an operator.</exception>
    public TransferFilter IsNot(params IEnumerable<string> values) => Clause("!", values);

    /// <summary>The field fits a pattern, in which <c>*</c> stands for any text. The patterns of <see cref="TransferFilterRule"/> know more signs.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">It cannot be written: it is empty, has <c>/</c>, <c>,</c> or <c>:</c>, or begins like an operator.</exception>
    public TransferFilter Like(string pattern) => Clause("~", [pattern]);

    /// <summary>The field does not fit a pattern, in which <c>*</c> stands for any text.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">It cannot be written: it is empty, has <c>/</c>, <c>,</c> or <c>:</c>, or begins like an operator.</exception>
    public TransferFilter NotLike(string pattern) => Clause("!~", [pattern]);

    /// <summary>The field is larger than a number.</summary>
    /// <param name="value">The number, for example a size in bytes.</param>
    /// <returns>The filter.</returns>
    public TransferFilter GreaterThan(long value) => Number(">", value);

    /// <summary>The field is smaller than a number.</summary>
    /// <param name="value">The number, for example a size in bytes.</param>
    /// <returns>The filter.</returns>
    public TransferFilter LessThan(long value) => Number("<", value);

    /// <summary>The field is a number, or larger.</summary>
    /// <param name="value">The number, for example a size in bytes.</param>
    /// <returns>The filter.</returns>
    public TransferFilter AtLeast(long value) => Number(">=", value);

    /// <summary>The field is a number, or smaller.</summary>
    /// <param name="value">The number, for example a size in bytes.</param>
    /// <returns>The filter.</returns>
    public TransferFilter AtMost(long value) => Number("<=", value);

    /// <summary>The field is a time between two, cut to seconds.</summary>
    /// <param name="start">The earliest, or <see langword="null"/> for any.</param>
    /// <param name="end">The latest, or <see langword="null"/> for any.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">Both are left out, or the end is before the start.</exception>
    public TransferFilter Between(DateTimeOffset? start, DateTimeOffset? end)
    {
        if (start is null && end is null)
        {
            throw new ArgumentException("Say from when, until when, or both.", nameof(start));
        }

        return end < start
            ? throw new ArgumentException("The end is before the start.", nameof(end))
            : TransferFilter.Raw($"{Required()}:{TimeText(start)},{TimeText(end)}");
    }

    /// <summary>The name.</summary>
    /// <returns>The name as the service spells it.</returns>
    public override string ToString() => Name;

    internal static string TimeText(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) ?? string.Empty;

    internal string Required() => Name.Length > 0 ? Name : throw new InvalidOperationException("The field has no name: it is the default value of its type.");

    private TransferFilter Number(string sign, long value) => TransferFilter.Raw(string.Create(CultureInfo.InvariantCulture, $"{Required()}:{sign}{value}"));

    private TransferFilter Clause(string sign, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] all = [.. values];
        if (all.Length == 0)
        {
            throw new ArgumentException("Name at least one value.", nameof(values));
        }

        if (Array.FindIndex(all, IsUnwritable) is >= 0 and var index)
        {
            throw new ArgumentException(
                $"'{all[index]}' cannot be filtered by: the service's filters have no way to write an empty value, '/', ',' and ':' in one, nor one of = ! ~ < > before it.", nameof(values));
        }

        return TransferFilter.Raw($"{Required()}:{string.Join(',', all.Select(value => sign + value))}");
    }

    // The grammar of the service has no way to escape anything.
    private static bool IsUnwritable(string value) =>
        string.IsNullOrEmpty(value) || value.AsSpan().IndexOfAny(Separators) >= 0 || "=!~<>".Contains(value[0], StringComparison.Ordinal);
}
