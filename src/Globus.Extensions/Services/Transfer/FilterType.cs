using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What a filter rule is about. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<FilterType>))]
public readonly record struct FilterType : IStringValue<FilterType>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public FilterType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>Files.</summary>
    public static FilterType File { get; } = new("file");

    /// <summary>Directories, with all that is in them.</summary>
    public static FilterType Directory { get; } = new("dir");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static FilterType IStringValue<FilterType>.Create(string value) => new(value);
}
