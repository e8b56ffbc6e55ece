namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>An identity's place in a group; immutable, a change takes its place.</summary>
internal sealed record Membership(Guid IdentityId, string UserName, string Role, string Status);
