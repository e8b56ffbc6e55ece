namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>An identity's place in a group; immutable, a change takes its place.</summary>
internal sealed record Membership(Guid IdentityId, string UserName, string Role, string Status)
{
    /// <summary>The subgroup that implies it; nothing is stored of such a membership.</summary>
    public Guid? SourceGroupId { get; init; }

    public string? StatusReason { get; init; }

    public string? InviteEmailAddress { get; init; }

    public DateTimeOffset? InviteTime { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public bool IsActive => Status == MembershipStatuses.Active;
}
