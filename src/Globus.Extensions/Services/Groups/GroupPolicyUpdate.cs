using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>What to change of a group's policies. What is left out stays as it is.</summary>
public sealed record GroupPolicyUpdate
{
    /// <summary>Whether members need a session of high assurance.</summary>
    public bool? IsHighAssurance { get; init; }

    /// <summary>How long such a session lasts, in whole seconds; <see langword="null"/> is sent, and means something else than leaving it out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalSecondsConverter))]
    public Optional<TimeSpan?> AuthenticationAssuranceTimeout { get; init; }

    /// <summary>Who may see that the group exists.</summary>
    public GroupVisibility? GroupVisibility { get; init; }

    /// <summary>Who may see its members.</summary>
    public GroupMembersVisibility? GroupMembersVisibility { get; init; }

    /// <summary>Whether people may ask to join.</summary>
    public bool? JoinRequests { get; init; }

    /// <summary>What people have to tell of themselves when they join; empty for nothing.</summary>
    public IReadOnlyList<GroupSignupField>? SignupFields { get; init; }
}
