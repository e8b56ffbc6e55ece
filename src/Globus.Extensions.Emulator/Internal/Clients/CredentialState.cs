namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>A credential in the state file: of the secret only the hash.</summary>
internal sealed record CredentialState(CredentialDocument Document, byte[] Hash);
