using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.AuthApi;

/// <summary>A call whose caller is known and has the scope for it.</summary>
/// <param name="Context">The request.</param>
/// <param name="Caller">The identity of its token.</param>
internal sealed record ApiCall(HttpContext Context, Guid Caller)
{
    /// <summary>An id of the route; one that is no UUID names nothing.</summary>
    public Guid Id(string name) => Guid.TryParse((string?)Context.Request.RouteValues[name], out var id) ? id : Guid.Empty;

    /// <summary>The comma-joined values of a query parameter, or <see langword="null"/> without one.</summary>
    public IReadOnlyList<string>? List(string name) =>
        Query(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A query parameter, or <see langword="null"/> without one.</summary>
    public string? Query(string name) => Context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;
}
