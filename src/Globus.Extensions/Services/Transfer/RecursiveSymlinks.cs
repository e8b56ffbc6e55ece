using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What becomes of symbolic links that a transfer meets within folders. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<RecursiveSymlinks>))]
public readonly record struct RecursiveSymlinks : IStringValue<RecursiveSymlinks>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public RecursiveSymlinks(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>They are left out.</summary>
    public static RecursiveSymlinks Ignore { get; } = new("ignore");

    /// <summary>They are made anew at the destination.</summary>
    public static RecursiveSymlinks Keep { get; } = new("keep");

    /// <summary>What they lead to is copied.</summary>
    public static RecursiveSymlinks Copy { get; } = new("copy");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static RecursiveSymlinks IStringValue<RecursiveSymlinks>.Create(string value) => new(value);
}
