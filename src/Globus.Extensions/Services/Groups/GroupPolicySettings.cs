using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>Complete policies for a group, which take the place of those it has.</summary>
public sealed record GroupPolicySettings
{
    /// <summary>Whether members need a session of high assurance.</summary>
    public required bool IsHighAssurance { get; init; }

    /// <summary>How long such a session lasts, in whole seconds. Left out, <see langword="null"/> and a value are three things to the service.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalSecondsConverter))]
    public Optional<TimeSpan?> AuthenticationAssuranceTimeout { get; init; }

    /// <summary>Who may see that the group exists.</summary>
    public required GroupVisibility GroupVisibility { get; init; }

    /// <summary>Who may see its members.</summary>
    public required GroupMembersVisibility GroupMembersVisibility { get; init; }

    /// <summary>Whether people may ask to join.</summary>
    public required bool JoinRequests { get; init; }

    /// <summary>What people have to tell of themselves when they join; may be empty.</summary>
    public required IReadOnlyList<GroupSignupField> SignupFields { get; init; }
}
