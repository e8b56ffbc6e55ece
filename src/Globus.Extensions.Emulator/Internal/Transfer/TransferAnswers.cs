using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>Answers of the Transfer service that are still to be written.</summary>
internal static class TransferAnswers
{
    public static RequestDelegate Ok<T>(T document, JsonTypeInfo<T> typeInfo) =>
        context => JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, document, typeInfo);

    public static RequestDelegate Created<T>(T document, JsonTypeInfo<T> typeInfo) =>
        context => JsonAnswer.WriteAsync(context, StatusCodes.Status201Created, document, typeInfo);

    /// <summary>The plain success of a write.</summary>
    public static RequestDelegate Result(string code, string message, string dataType = "result") => context => JsonAnswer.WriteAsync(
        context,
        StatusCodes.Status200OK,
        new ResultDocument(dataType, code, message, TransferErrors.NewRequestId(), TransferErrors.ResourceOf(context)),
        TransferJsonContext.Default.ResultDocument);

    public static RequestDelegate BadRequest(string message) => Failure(StatusCodes.Status400BadRequest, "BadRequest", message);

    public static RequestDelegate PermissionDenied(string message) => Failure(StatusCodes.Status403Forbidden, "PermissionDenied", message);

    public static RequestDelegate NotFound(string code, string message) => Failure(StatusCodes.Status404NotFound, code, message);

    public static RequestDelegate Conflict(string message) => Failure(StatusCodes.Status409Conflict, "Conflict", message);

    public static RequestDelegate NotSupported(string message) => Failure(StatusCodes.Status409Conflict, "NotSupported", message);

    public static RequestDelegate Failure(int statusCode, string code, string message) =>
        context => TransferErrors.WriteAsync(context, statusCode, code, message);

    /// <summary>Says what the person has to allow before this can go on.</summary>
    public static RequestDelegate ConsentRequired(string message, string requiredScope) => context => TransferErrors.WriteAsync(
        context,
        StatusCodes.Status403Forbidden,
        new TransferErrorDocument("ConsentRequired", message, TransferErrors.NewRequestId(), TransferErrors.ResourceOf(context))
        {
            RequiredScopes = [requiredScope],
            AuthorizationParameters = new AuthorizationParameters(message, [requiredScope]),
        });
}
