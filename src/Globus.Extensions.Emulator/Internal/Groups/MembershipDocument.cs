namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>A membership as the Groups service shows it.</summary>
internal sealed record MembershipDocument(Guid GroupId, Guid IdentityId, string Username, string Role, string Status)
{
    public static MembershipDocument From(Guid groupId, Membership membership) =>
        new(groupId, membership.IdentityId, membership.UserName, membership.Role, membership.Status);
}
