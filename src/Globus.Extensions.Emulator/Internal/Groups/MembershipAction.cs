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
        new("join", [], MembershipStatuses.Active) { IsForOneself = true, NeedsOpenGroup = true, IsClosedByHighAssurance = true },
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

    private bool IsClosedByHighAssurance { get; init; }

    public static MembershipAction? Find(string name) => All.FirstOrDefault(action => action.Name == name);

    /// <summary>Whether the caller may ask for this action at all; if not, the whole request is refused.</summary>
    public bool MayBeAskedBy(Group group, Guid caller) => IsForOneself
        ? (!NeedsOpenGroup || group.Policies.JoinRequests) && !(IsClosedByHighAssurance && group.Policies.IsHighAssurance)
        : group.RoleOf(caller) is { } role && (role == GroupRoles.Admin || role == GroupRoles.Manager && !NeedsAdmin);

    /// <summary>Whether it makes sense for the caller, as far as that is known without the identities.</summary>
    public bool IsOpenTo(Group group, Guid caller) =>
        MayBeAskedBy(group, caller) && (!IsForOneself || CheckStatus(group.Find(caller), caller) is null);

    /// <summary>Does it to one identity: the new membership, or why not.</summary>
    /// <param name="group">The group as it is stored, without what subgroups imply.</param>
    /// <param name="call">Who asks, and when.</param>
    /// <param name="request">What to do to whom.</param>
    /// <param name="allowsAdd">Whether the identity may be added by others.</param>
    public (Membership? Membership, MembershipError? Error) Apply(Group group, GroupCall call, MembershipRequest request, bool allowsAdd)
    {
        var caller = call.Caller.Id;
        var identityId = request.IdentityId;
        if (request.Identity is not { } identity)
        {
            return Fail(identityId, "IDENTITY_NOT_FOUND", "There is no such identity.");
        }

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
        var newRole = TakesRole ? request.Role ?? GroupRoles.Member : present?.Role ?? GroupRoles.Member;
        if (!IsForOneself && !isAdmin && (newRole != GroupRoles.Member && TakesRole || present?.Role == GroupRoles.Admin))
        {
            return Fail(identityId, "FORBIDDEN", "Only an admin may do this.");
        }

        if (Name == "remove" && identityId == caller)
        {
            return Fail(identityId, "FORBIDDEN", "Nobody can remove themselves; leave instead.");
        }

        if (Name == "add" && identityId != caller && !allowsAdd)
        {
            return Fail(identityId, "ADD_NOT_ALLOWED", "The identity prefers not to be added; it can be invited.");
        }

        if (EndsLastAdmin(group, present, newRole))
        {
            return Fail(identityId, "LAST_ADMIN", "The last admin must stay.");
        }

        // Who was a manager once and joins again starts as a member.
        var role = _from.Length == 0 && !TakesRole ? GroupRoles.Member : newRole;
        return (Change(present ?? new Membership(identityId, identity.UserName, role, MembershipStatuses.Active), role, call.Now, request), null);
    }

    private static (Membership?, MembershipError) Fail(Guid identityId, string code, string detail) =>
        (null, new MembershipError(identityId, code, detail));

    private Membership Change(Membership present, string role, DateTimeOffset now, MembershipRequest request)
    {
        var isInvitation = Name == "invite";
        return present with
        {
            Role = role,
            Status = _to ?? MembershipStatuses.Active,
            StatusReason = request.StatusReason ?? (_to is null ? present.StatusReason : null),
            InviteEmailAddress = isInvitation ? request.InviteEmailAddress : present.InviteEmailAddress,
            InviteTime = isInvitation ? now : present.InviteTime,
            Updated = now,
        };
    }

    private MembershipError? CheckStatus(Membership? present, Guid identityId)
    {
        // What a subgroup implies is no membership of one's own.
        var status = present is { SourceGroupId: null } ? present.Status : null;
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
            MembershipStatuses.Pending when Name == "request_join" => new MembershipError(identityId, "ALREADY_PENDING", "The identity has asked to join already."),
            MembershipStatuses.Left when Name == "add" => new MembershipError(identityId, "HAS_LEFT", "The identity has left the group and can only be invited."),
            _ => null,
        };
    }

    private bool EndsLastAdmin(Group group, Membership? present, string newRole)
    {
        var stays = (_to ?? MembershipStatuses.Active) == MembershipStatuses.Active && newRole == GroupRoles.Admin;
        return !stays
            && present is { Role: GroupRoles.Admin, IsActive: true }
            && group.Memberships.Count(static other => other is { Role: GroupRoles.Admin, IsActive: true }) == 1;
    }
}
