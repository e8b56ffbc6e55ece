namespace Globus.Extensions.Services.Auth.Internal;

/// <summary>A secret to make for a client.</summary>
internal sealed record CredentialCreation(string Name);
