namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>What a client shows about itself; both are known or neither.</summary>
internal sealed record ClientLinks(string? TermsAndConditions, string? PrivacyPolicy);
