using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups.Internal;

/// <summary>One identity in the list of an action.</summary>
internal sealed record MembershipActionItem(IdentityId IdentityId, GroupRole? Role = null, string? StatusReason = null, string? InviteEmailAddress = null);
