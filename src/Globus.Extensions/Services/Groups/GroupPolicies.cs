using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>The policies of a group.</summary>
public sealed record GroupPolicies : IKeepsNulls
{
    /// <summary>Whether members need a session of high assurance.</summary>
    public bool? IsHighAssurance { get; init; }

    /// <summary>How long such a session lasts.</summary>
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? AuthenticationAssuranceTimeout { get; init; }

    /// <summary>Who may see that the group exists.</summary>
    public GroupVisibility? GroupVisibility { get; init; }

    /// <summary>Who may see its members.</summary>
    public GroupMembersVisibility? GroupMembersVisibility { get; init; }

    /// <summary>Whether people may ask to join.</summary>
    public bool? JoinRequests { get; init; }

    /// <summary>What people have to tell of themselves when they join.</summary>
    public IReadOnlyList<GroupSignupField>? SignupFields { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    UInt128 IKeepsNulls.Nulls { get; set; }
}
