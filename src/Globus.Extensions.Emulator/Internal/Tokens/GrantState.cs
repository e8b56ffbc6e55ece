namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>A grant in the state file, which tokens and codes name by its session.</summary>
internal sealed record GrantState(Guid SessionId, Guid ClientId, Guid IdentityId, DateTimeOffset AuthenticatedAt, Guid? CredentialId);
