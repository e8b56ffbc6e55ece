using Globus.Extensions.Emulator.Internal.OAuth;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.AuthApi;

/// <summary>Errors as answers that are still to be written.</summary>
internal static class ApiAnswers
{
    public static RequestDelegate BadRequest(string detail) => context => AuthErrors.BadRequestAsync(context, detail);

    public static RequestDelegate Forbidden(string detail) => context =>
        AuthErrors.WriteAsync(context, StatusCodes.Status403Forbidden, "forbidden", "Forbidden", detail);

    public static RequestDelegate NotFound(string detail) => context => AuthErrors.NotFoundAsync(context, detail);

    public static RequestDelegate Conflict(string detail) => context => AuthErrors.ConflictAsync(context, detail);
}
