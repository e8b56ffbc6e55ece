namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Shows a group to somebody: what they may see of what they asked for.</summary>
internal sealed class GroupPresenter(GroupStore groups)
{
    private static readonly string[] Includes = ["memberships", "my_memberships", "policies", "allowed_actions", "child_ids"];

    public static bool AreKnown(IEnumerable<string> includes) => includes.All(Includes.Contains);

    public GroupDocument Present(Group group, Guid viewer, IReadOnlyCollection<string> includes) => new()
    {
        Id = group.Id,
        Name = group.Name,
        Description = group.Description,
        ParentId = group.ParentId,
        EnforceSession = group.Policies.IsHighAssurance,
        SessionLimit = group.Policies.AuthenticationAssuranceTimeout,
        TermsAndConditions = group.TermsAndConditions,
        MyMemberships = [.. group.Memberships.Where(membership => membership.IdentityId == viewer).Select(ToDocument(group))],
        Memberships = includes.Contains("memberships") && group.ShowsMembersTo(viewer) ? [.. group.Memberships.Select(ToDocument(group))] : null,
        Policies = includes.Contains("policies") ? GroupPolicyDocument.Full(group.Policies) : GroupPolicyDocument.Short(group.Policies),
        ChildIds = includes.Contains("child_ids") ? groups.FindChildren(group.Id) : null,
        AllowedActions = includes.Contains("allowed_actions") ? AllowedActions(group, viewer) : null,
    };

    private static Dictionary<string, IReadOnlyList<Guid>> AllowedActions(Group group, Guid viewer) =>
        MembershipAction.All
            .Where(action => action.MayBeAskedBy(group, viewer))
            .ToDictionary(static action => action.Name, IReadOnlyList<Guid> (_) => [viewer]);

    private static Func<Membership, MembershipDocument> ToDocument(Group group) =>
        membership => MembershipDocument.From(group.Id, membership);
}
