namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>The answer to a native app that has registered an instance of itself; the credential is <c>client_credential</c>.</summary>
internal sealed record NativeAppInstance(ClientDocument Client, Dictionary<string, CredentialDocument> Included);
