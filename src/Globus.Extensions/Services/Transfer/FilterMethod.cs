using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What a filter rule does with the entries that fit. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<FilterMethod>))]
public readonly record struct FilterMethod : IStringValue<FilterMethod>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public FilterMethod(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>It leaves them out.</summary>
    public static FilterMethod Exclude { get; } = new("exclude");

    /// <summary>It takes them, ahead of a later rule that would leave them out.</summary>
    public static FilterMethod Include { get; } = new("include");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static FilterMethod IStringValue<FilterMethod>.Create(string value) => new(value);
}
