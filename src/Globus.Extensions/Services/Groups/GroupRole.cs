using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>What a member may do in a group. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<GroupRole>))]
public readonly record struct GroupRole : IStringValue<GroupRole>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public GroupRole(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>An ordinary member.</summary>
    public static GroupRole Member { get; } = new("member");

    /// <summary>May invite and remove members.</summary>
    public static GroupRole Manager { get; } = new("manager");

    /// <summary>May do everything.</summary>
    public static GroupRole Admin { get; } = new("admin");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static GroupRole IStringValue<GroupRole>.Create(string value) => new(value);
}
