using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Faults;

/// <summary>The answer of a service that wants a person to log in again, in a certain way or with more consents.</summary>
internal static class RequirementsAnswer
{
    public static Task WriteAsync(HttpContext context, EmulatorFault fault)
    {
        var session = fault.SessionRequired;
        IReadOnlyList<string>? scopes = fault.ConsentRequired is { Count: > 0 } wanted ? wanted : null;
        var message = session?.Message ?? (scopes is null ? "Sign in again as the service requires." : "Consent is missing.");
        var document = new RequirementsDocument(
            scopes is null ? "AuthorizationRequired" : "ConsentRequired",
            message,
            new RequirementsParameters(
                message, session?.Identities, session?.SingleDomain, session?.Policies, session?.Mfa, scopes, session?.Prompt),
            scopes);
        return JsonAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, document, EmulatorJsonContext.Default.RequirementsDocument);
    }
}
