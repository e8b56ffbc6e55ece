using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>What can be done to a membership of a group. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<MembershipAction>))]
public readonly record struct MembershipAction : IStringValue<MembershipAction>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public MembershipAction(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>Accept an invitation: invited becomes active. For own identities.</summary>
    public static MembershipAction Accept { get; } = new("accept");

    /// <summary>Add without asking: nothing becomes active. For managers and admins.</summary>
    public static MembershipAction Add { get; } = new("add");

    /// <summary>Grant a request to join: pending becomes active. For managers and admins.</summary>
    public static MembershipAction Approve { get; } = new("approve");

    /// <summary>Change the role of an active member. For admins.</summary>
    public static MembershipAction ChangeRole { get; } = new("change_role");

    /// <summary>Decline an invitation: invited becomes declined. For own identities.</summary>
    public static MembershipAction Decline { get; } = new("decline");

    /// <summary>Invite: nothing becomes invited. For managers and admins.</summary>
    public static MembershipAction Invite { get; } = new("invite");

    /// <summary>Join without asking: nothing becomes active. For own identities, where the policies allow it.</summary>
    public static MembershipAction Join { get; } = new("join");

    /// <summary>Leave: active becomes left. For own identities.</summary>
    public static MembershipAction Leave { get; } = new("leave");

    /// <summary>Refuse a request to join: pending becomes rejected. For managers and admins.</summary>
    public static MembershipAction Reject { get; } = new("reject");

    /// <summary>Remove: active or invited becomes removed. For managers and admins.</summary>
    public static MembershipAction Remove { get; } = new("remove");

    /// <summary>Ask to join: nothing becomes pending. For own identities, where the policies allow it.</summary>
    public static MembershipAction RequestJoin { get; } = new("request_join");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static MembershipAction IStringValue<MembershipAction>.Create(string value) => new(value);
}
