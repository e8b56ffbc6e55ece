namespace Globus.Extensions.Emulator.Internal.Faults;

/// <summary>An error with authorization requirements, in the one shape that all services share.</summary>
internal sealed record RequirementsDocument(
    string Code, string Message, RequirementsParameters AuthorizationParameters, IReadOnlyList<string>? RequiredScopes);
