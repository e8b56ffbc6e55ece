namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Why an action did not work on one identity.</summary>
internal sealed record MembershipError(Guid IdentityId, string Code, string Detail);
