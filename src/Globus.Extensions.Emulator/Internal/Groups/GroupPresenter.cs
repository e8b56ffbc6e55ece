namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Shows a group to somebody: what they may see of what they asked for.</summary>
internal sealed class GroupPresenter(GroupStore groups)
{
    private static readonly string[] Includes = ["memberships", "my_memberships", "policies", "allowed_actions", "child_ids"];

    public static bool AreKnown(IEnumerable<string> includes) => includes.All(Includes.Contains);

    public GroupDocument Present(GroupCall call, Group group, IReadOnlyCollection<string> includes)
    {
        var viewer = call.Caller.Id;
        return new GroupDocument
        {
            Id = group.Id,
            Name = group.Name,
            Description = group.Description,
            ParentId = group.ParentId,
            GroupType = group.Subscription is null ? "regular" : "plus",
            EnforceSession = group.Policies.IsHighAssurance,
            SessionLimit = group.Policies.AuthenticationAssuranceTimeout,
            SessionTimeouts = SessionTimeouts(call, group),
            TermsAndConditions = group.TermsAndConditions,
            MyMemberships = [.. group.Memberships.Where(membership => membership.IdentityId == viewer).Select(ToDocument(group))],
            Memberships = includes.Contains("memberships") && group.ShowsMembersTo(viewer) ? [.. group.Memberships.Select(ToDocument(group))] : null,
            Policies = includes.Contains("policies") ? GroupPolicyDocument.Full(group.Policies) : GroupPolicyDocument.Short(group.Policies),
            ChildIds = includes.Contains("child_ids") ? [.. groups.FindChildren(group.Id).Select(static child => child.Id)] : null,
            AllowedActions = includes.Contains("allowed_actions") ? AllowedActions(group, viewer) : null,
            SubscriptionId = group.Subscription?.Id,
            SubscriptionInfo = group.Subscription is not { } subscription ? null
                : group.RoleOf(viewer) is null ? SubscriptionDocument.Limited(subscription)
                : SubscriptionDocument.Full(subscription),
            SubscriptionAdminVerifiedId = group.SubscriptionAdminVerifiedId,
        };
    }

    private static Dictionary<Guid, SessionTimeoutDocument> SessionTimeouts(GroupCall call, Group group) =>
        call.SessionEnd(group) is { } end && end > call.Now ? new() { [call.Caller.Id] = new(end, (int)(end - call.Now).TotalSeconds) } : [];

    private static Dictionary<string, IReadOnlyList<Guid>> AllowedActions(Group group, Guid viewer) =>
        MembershipAction.All.ToDictionary(static action => action.Name, IReadOnlyList<Guid> (action) => action.IsOpenTo(group, viewer) ? [viewer] : []);

    private static Func<Membership, MembershipDocument> ToDocument(Group group) =>
        membership => MembershipDocument.From(group, membership);
}
