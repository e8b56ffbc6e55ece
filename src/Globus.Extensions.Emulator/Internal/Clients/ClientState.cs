namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>A client in the state file.</summary>
internal sealed record ClientState(ClientDocument Document, IReadOnlyList<CredentialState> Credentials);
