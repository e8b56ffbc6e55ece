using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Groups;

namespace Globus.Extensions.Emulator;

/// <summary>The policies of an <see cref="EmulatorGroup"/>, with the defaults of a group just created at Globus.</summary>
[JsonConverter(typeof(GroupPolicyConverter))]
public sealed record EmulatorGroupPolicies
{
    /// <summary>Whether the group is a high assurance group; <see langword="false"/> by default.</summary>
    public bool IsHighAssurance { get; init; }

    /// <summary>After how many seconds a member has to authenticate again; 28800 by default, <see langword="null"/> for never.</summary>
    public int? AuthenticationAssuranceTimeout { get; init; } = 28800;

    /// <summary>Who may see the group: <c>private</c> (default) or <c>authenticated</c>.</summary>
    public string GroupVisibility { get; init; } = "private";

    /// <summary>Who may see the members: <c>managers</c> (default) or <c>members</c>.</summary>
    public string GroupMembersVisibility { get; init; } = "managers";

    /// <summary>Whether anyone may ask to join; <see langword="false"/> by default.</summary>
    public bool JoinRequests { get; init; }

    /// <summary>What somebody who asks to join has to fill in, for example <c>institution</c>.</summary>
    public IReadOnlyList<string> SignupFields { get; init; } = [];
}
