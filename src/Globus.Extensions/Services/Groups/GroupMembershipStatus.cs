using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>How a membership stands. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<GroupMembershipStatus>))]
public readonly record struct GroupMembershipStatus : IStringValue<GroupMembershipStatus>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public GroupMembershipStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>A member.</summary>
    public static GroupMembershipStatus Active { get; } = new("active");

    /// <summary>Invited, and has not answered.</summary>
    public static GroupMembershipStatus Invited { get; } = new("invited");

    /// <summary>Asked to join, and has no answer yet.</summary>
    public static GroupMembershipStatus Pending { get; } = new("pending");

    /// <summary>Asked to join, and was refused.</summary>
    public static GroupMembershipStatus Rejected { get; } = new("rejected");

    /// <summary>Was a member, and was removed.</summary>
    public static GroupMembershipStatus Removed { get; } = new("removed");

    /// <summary>Was a member, and left.</summary>
    public static GroupMembershipStatus Left { get; } = new("left");

    /// <summary>Was invited, and declined.</summary>
    public static GroupMembershipStatus Declined { get; } = new("declined");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static GroupMembershipStatus IStringValue<GroupMembershipStatus>.Create(string value) => new(value);
}
