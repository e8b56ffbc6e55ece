using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>One thing to do to one identity. There may be nobody behind the id.</summary>
internal sealed record MembershipRequest(MembershipAction Action, Guid IdentityId, Identity? Identity)
{
    public string? Role { get; init; }

    public string? StatusReason { get; init; }

    public string? InviteEmailAddress { get; init; }
}
