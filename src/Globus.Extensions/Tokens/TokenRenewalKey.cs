namespace Globus.Extensions.Tokens;

/// <summary>What is renewed one at a time: the tokens of one app, identity and resource server.</summary>
/// <param name="App">The app across processes: its client id and token namespace.</param>
/// <param name="IdentityId">The id of the identity; <see langword="null"/> when it is not known.</param>
/// <param name="ResourceServer">The resource server.</param>
public readonly record struct TokenRenewalKey(string App, string? IdentityId, string ResourceServer);
