using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups.Internal;

/// <summary>How the answers of Globus Groups are read and written: nothing is lost, a null that stood in them included.</summary>
internal static class GroupsAnswers
{
    public static readonly JsonSerializerOptions Options = new NullKeepingResolver(GroupsJsonContext.Default)
        .Add<Group>()
        .Add<GroupConnector>()
        .Add<GroupMembership>()
        .Add<GroupPolicies>()
        .Add<GroupPreferences>()
        .Add<GroupSessionTimeout>()
        .Add<GroupSubscription>()
        .Add<GroupVerification>()
        .Add<MembershipActionError>()
        .Add<MembershipActionResult>()
        .Add<SubscriptionGroup>()
        .ToOptions();

    public static readonly JsonTypeInfo<Group> Group = Get<Group>();

    public static readonly JsonTypeInfo<IReadOnlyList<Group>> Groups = Get<IReadOnlyList<Group>>();

    public static readonly JsonTypeInfo<GroupChildren> GroupChildren = Get<GroupChildren>();

    public static readonly JsonTypeInfo<GroupPolicies> GroupPolicies = Get<GroupPolicies>();

    public static readonly JsonTypeInfo<SubscriptionGroup> SubscriptionGroup = Get<SubscriptionGroup>();

    public static readonly JsonTypeInfo<GroupVerification> GroupVerification = Get<GroupVerification>();

    public static readonly JsonTypeInfo<MembershipActionResult> MembershipActionResult = Get<MembershipActionResult>();

    public static readonly JsonTypeInfo<IReadOnlyDictionary<IdentityId, GroupPreferences>> Preferences = Get<IReadOnlyDictionary<IdentityId, GroupPreferences>>();

    public static readonly JsonTypeInfo<IReadOnlyDictionary<IdentityId, IReadOnlyDictionary<GroupSignupField, string?>>> MembershipFields =
        Get<IReadOnlyDictionary<IdentityId, IReadOnlyDictionary<GroupSignupField, string?>>>();

    public static readonly JsonTypeInfo<IReadOnlyDictionary<GroupId, IReadOnlyDictionary<GroupMembershipStatus, int>>> StatusCounts =
        Get<IReadOnlyDictionary<GroupId, IReadOnlyDictionary<GroupMembershipStatus, int>>>();

    private static JsonTypeInfo<T> Get<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
