using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Writes errors as the Groups service does.</summary>
internal static class GroupErrors
{
    public static Task UnauthorizedAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status401Unauthorized, new GroupErrorDocument("AUTHENTICATION_REQUIRED", "Call must be authenticated"));

    public static Task SessionRequiredAsync(HttpContext context, Guid identityId) => WriteAsync(
        context,
        StatusCodes.Status401Unauthorized,
        new GroupErrorDocument("AUTHENTICATION_REQUIRED", "The group needs a more recent login.")
        {
            AuthorizationParameters = new("The group is a high assurance group: log in again.", [identityId.ToString()]),
        });

    public static Task MissingScopeAsync(HttpContext context, IReadOnlyList<string> providedScopes) => WriteAsync(
        context, StatusCodes.Status403Forbidden, new GroupErrorDocument("FORBIDDEN", "The token lacks the needed scope.") { ProvidedScopes = providedScopes });

    public static Task ForbiddenAsync(HttpContext context, string detail) =>
        WriteAsync(context, StatusCodes.Status403Forbidden, new GroupErrorDocument("FORBIDDEN", detail));

    public static Task NotFoundAsync(HttpContext context, string detail = "No such group, or it is not visible to you.") =>
        WriteAsync(context, StatusCodes.Status404NotFound, new GroupErrorDocument("NOT_FOUND", detail));

    public static Task BadRequestAsync(HttpContext context, string detail) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, new GroupErrorDocument("BAD_REQUEST", detail));

    public static Task AmbiguousAsync(HttpContext context, IReadOnlyList<Guid> identities) => WriteAsync(
        context,
        StatusCodes.Status400BadRequest,
        new GroupErrorDocument("BAD_REQUEST", "An identity may occur once in all actions together.") { AmbiguousIdentities = identities });

    public static Task UnprocessableAsync(HttpContext context, string detail) =>
        WriteAsync(context, StatusCodes.Status422UnprocessableEntity, new GroupErrorDocument("UNPROCESSABLE_ENTITY", detail));

    public static Task InvalidAsync(HttpContext context, InvalidBodyEntry entry) =>
        JsonAnswer.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, new InvalidBody([entry]), EmulatorJsonContext.Default.InvalidBody);

    public static Task WriteAsync(HttpContext context, int statusCode, GroupErrorDocument error) =>
        JsonAnswer.WriteAsync(context, statusCode, error, EmulatorJsonContext.Default.GroupErrorDocument);
}
