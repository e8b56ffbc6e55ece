using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>The kind of a group. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<GroupType>))]
public readonly record struct GroupType : IStringValue<GroupType>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public GroupType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>An ordinary group.</summary>
    public static GroupType Regular { get; } = new("regular");

    /// <summary>The group of a subscription.</summary>
    public static GroupType Plus { get; } = new("plus");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static GroupType IStringValue<GroupType>.Create(string value) => new(value);
}
