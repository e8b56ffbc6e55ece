using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Which side of a task an endpoint is. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<EndpointUse>))]
public readonly record struct EndpointUse : IStringValue<EndpointUse>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public EndpointUse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>The task reads from it.</summary>
    public static EndpointUse Source { get; } = new("source");

    /// <summary>The task writes to it.</summary>
    public static EndpointUse Destination { get; } = new("destination");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static EndpointUse IStringValue<EndpointUse>.Create(string value) => new(value);
}
