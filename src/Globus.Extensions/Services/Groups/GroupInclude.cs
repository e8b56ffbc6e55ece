using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>A part of a group document that is sent only when asked for. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<GroupInclude>))]
public readonly record struct GroupInclude : IStringValue<GroupInclude>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public GroupInclude(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>All memberships, where the caller may see them.</summary>
    public static GroupInclude Memberships { get; } = new("memberships");

    /// <summary>The memberships of the caller's identities.</summary>
    public static GroupInclude MyMemberships { get; } = new("my_memberships");

    /// <summary>The complete policies.</summary>
    public static GroupInclude Policies { get; } = new("policies");

    /// <summary>What the caller may do.</summary>
    public static GroupInclude AllowedActions { get; } = new("allowed_actions");

    /// <summary>The ids of subgroups.</summary>
    public static GroupInclude ChildIds { get; } = new("child_ids");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static GroupInclude IStringValue<GroupInclude>.Create(string value) => new(value);
}
