using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups.Internal;

/// <summary>What is sent to Globus Groups, and the contracts of its answers; those are read and written by <see cref="GroupsAnswers"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(IReadOnlyList<Group>))]
[JsonSerializable(typeof(GroupChildren))]
[JsonSerializable(typeof(GroupCreation))]
[JsonSerializable(typeof(GroupUpdate))]
[JsonSerializable(typeof(GroupPolicySettings))]
[JsonSerializable(typeof(GroupPolicyUpdate))]
[JsonSerializable(typeof(SubscriptionGroup))]
[JsonSerializable(typeof(GroupVerification))]
[JsonSerializable(typeof(VerificationChange))]
[JsonSerializable(typeof(MembershipActionResult))]
[JsonSerializable(typeof(Dictionary<MembershipAction, IReadOnlyList<MembershipActionItem>>))]
[JsonSerializable(typeof(IReadOnlyDictionary<IdentityId, GroupPreferences>))]
[JsonSerializable(typeof(IReadOnlyDictionary<IdentityId, IReadOnlyDictionary<GroupSignupField, string?>>))]
[JsonSerializable(typeof(IReadOnlyDictionary<GroupId, IReadOnlyDictionary<GroupMembershipStatus, int>>))]
[JsonSerializable(typeof(GroupId?))]
[JsonSerializable(typeof(SubscriptionId?))]
internal sealed partial class GroupsJsonContext : JsonSerializerContext;
