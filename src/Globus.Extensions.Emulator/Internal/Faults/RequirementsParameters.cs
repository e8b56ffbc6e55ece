namespace Globus.Extensions.Emulator.Internal.Faults;

/// <summary><c>authorization_parameters</c> of an error.</summary>
internal sealed record RequirementsParameters(
    string SessionMessage,
    IReadOnlyList<string>? SessionRequiredIdentities,
    IReadOnlyList<string>? SessionRequiredSingleDomain,
    IReadOnlyList<string>? SessionRequiredPolicies,
    bool? SessionRequiredMfa,
    IReadOnlyList<string>? RequiredScopes,
    string? Prompt);
