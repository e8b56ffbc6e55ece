namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>A membership as the Groups service shows it.</summary>
internal sealed record MembershipDocument(Guid GroupId, Guid IdentityId, string Username, string Role, string Status)
{
    public Guid? SourceGroupId { get; init; }

    public string? StatusReason { get; init; }

    public string? InviteEmailAddress { get; init; }

    public DateTimeOffset? InviteTime { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public IReadOnlyDictionary<string, string?>? MembershipFields { get; init; }

    public static MembershipDocument From(Group group, Membership membership) =>
        new(group.Id, membership.IdentityId, membership.UserName, membership.Role, membership.Status)
        {
            SourceGroupId = membership.SourceGroupId,
            StatusReason = membership.StatusReason,
            InviteEmailAddress = membership.InviteEmailAddress,
            InviteTime = membership.InviteTime,
            Updated = membership.Updated,
            MembershipFields = group.Fields.GetValueOrDefault(membership.IdentityId),
        };
}
