using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.AuthApi;

/// <summary>How documents of one kind are wrapped: <c>{"project": {}}</c>, <c>{"projects": []}</c>.</summary>
internal sealed class ResourceKind<T>(
    string singular, string plural, JsonTypeInfo<Dictionary<string, T>> one, JsonTypeInfo<Dictionary<string, IReadOnlyList<T>>> many)
{
    /// <summary>The wrapper of one document.</summary>
    public string Name => singular;

    public RequestDelegate One(T document) =>
        context => JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, new Dictionary<string, T> { [singular] = document }, one);

    public RequestDelegate Many(IEnumerable<T> documents)
    {
        // Enumerated now: the caller may be looking at state that changes later.
        var body = new Dictionary<string, IReadOnlyList<T>> { [plural] = [.. documents] };
        return context => JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, body, many);
    }

    public RequestDelegate NotFound() => ApiAnswers.NotFound($"There is no such {singular}.");

    public RequestDelegate NotYours() => ApiAnswers.Forbidden($"You do not administer the project of this {singular}.");
}
