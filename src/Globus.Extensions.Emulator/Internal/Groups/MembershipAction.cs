namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>One of the batch actions on memberships: from which status to which, and who may ask for it.</summary>
internal sealed class MembershipAction
{
    private readonly string[] _from;
    private readonly string? _to;

    private MembershipAction(string name, string[] from, string? to)
    {
        Name = name;
        _from = from;
        _to = to;
    }

    public static IReadOnlyList<MembershipAction> All { get; } =
    [
        new("accept", [MembershipStatuses.Invited], MembershipStatuses.Active) { IsForOneself = true },
        new("add", [], MembershipStatuses.Active) { TakesRole = true },
        new("approve", [MembershipStatuses.Pending], MembershipStatuses.Active),
        new("change_role", [MembershipStatuses.Active], null) { TakesRole = true, NeedsAdmin = true },
        new("decline", [MembershipStatuses.Invited], MembershipStatuses.Declined) { IsForOneself = true },
        new("invite", [], MembershipStatuses.Invited) { TakesRole = true },
        new("join", [], MembershipStatuses.Active) { IsForOneself = true, NeedsOpenGroup = true },
        new("leave", [MembershipStatuses.Active], MembershipStatuses.Left) { IsForOneself = true },
        new("reject", [MembershipStatuses.Pending], MembershipStatuses.Rejected),
        new("remove", [MembershipStatuses.Active, MembershipStatuses.Invited], MembershipStatuses.Removed),
        new("request_join", [], MembershipStatuses.Pending) { IsForOneself = true, NeedsOpenGroup = true },
    ];

    public string Name { get; }

    public bool TakesRole { get; private init; }

    private bool IsForOneself { get; init; }

    private bool NeedsAdmin { get; init; }

    private bool NeedsOpenGroup { get; init; }

    public static MembershipAction? Find(string name) => All.FirstOrDefault(action => action.Name == name);

    /// <summary>Whether the caller may ask for this action at all; if not, the whole request is refused.</summary>
    public bool MayBeAskedBy(Group group, Guid caller) => IsForOneself
        ? !NeedsOpenGroup || group.Policies is { JoinRequests: true, IsHighAssurance: false }
        : group.RoleOf(caller) is { } role && (role == GroupRoles.Admin || role == GroupRoles.Manager && !NeedsAdmin);

    /// <summary>Does it to one identity: the new membership, or why not.</summary>
    public (Membership? Membership, MembershipError? Error) Apply(Group group, Guid caller, Guid identityId, string userName, string? role)
    {
        if (IsForOneself && identityId != caller)
        {
            return Fail(identityId, "FORBIDDEN", "This can only be done for one's own identity.");
        }

        var present = group.Find(identityId);
        if (CheckStatus(present, identityId) is { } statusError)
        {
            return (null, statusError);
        }

        var isAdmin = group.RoleOf(caller) == GroupRoles.Admin;
        var newRole = TakesRole ? role ?? GroupRoles.Member : present?.Role ?? GroupRoles.Member;
        if (!IsForOneself && !isAdmin && (newRole != GroupRoles.Member && TakesRole || present?.Role == GroupRoles.Admin))
        {
            return Fail(identityId, "FORBIDDEN", "Only an admin may do this.");
        }

        if (Name == "remove" && identityId == caller)
        {
            return Fail(identityId, "FORBIDDEN", "Nobody can remove themselves; leave instead.");
        }

        if (EndsLastAdmin(group, present, newRole))
        {
            return Fail(identityId, "LAST_ADMIN", "The last admin must stay.");
        }

        return (new Membership(identityId, userName, newRole, _to ?? MembershipStatuses.Active), null);
    }

    private static (Membership?, MembershipError) Fail(Guid identityId, string code, string detail) =>
        (null, new MembershipError(identityId, code, detail));

    private MembershipError? CheckStatus(Membership? present, Guid identityId)
    {
        var status = present?.Status;
        if (_from.Length > 0)
        {
            return status is not null && _from.Contains(status)
                ? null
                : new MembershipError(identityId, "NO_MEMBERSHIP", $"There is no membership with the status {string.Join(" or ", _from)}.");
        }

        return status switch
        {
            MembershipStatuses.Active => new MembershipError(identityId, "ALREADY_ACTIVE", "The identity is an active member already."),
            MembershipStatuses.Invited when Name == "invite" => new MembershipError(identityId, "ALREADY_INVITED", "The identity is invited already."),
            MembershipStatuses.Left when Name == "add" => new MembershipError(identityId, "HAS_LEFT", "The identity has left the group and can only be invited."),
            _ => null,
        };
    }

    private bool EndsLastAdmin(Group group, Membership? present, string newRole)
    {
        var stays = (_to ?? MembershipStatuses.Active) == MembershipStatuses.Active && newRole == GroupRoles.Admin;
        return !stays
            && present is { Role: GroupRoles.Admin, Status: MembershipStatuses.Active }
            && group.Memberships.Count(static other => other is { Role: GroupRoles.Admin, Status: MembershipStatuses.Active }) == 1;
    }
}
