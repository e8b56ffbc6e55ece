using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>Who may see the members of a group. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<GroupMembersVisibility>))]
public readonly record struct GroupMembersVisibility : IStringValue<GroupMembersVisibility>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public GroupMembersVisibility(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>All members.</summary>
    public static GroupMembersVisibility Members { get; } = new("members");

    /// <summary>Only managers and admins.</summary>
    public static GroupMembersVisibility Managers { get; } = new("managers");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static GroupMembersVisibility IStringValue<GroupMembersVisibility>.Create(string value) => new(value);
}
