using Globus.Extensions.Emulator.Internal.Identities;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>A call to the Groups service whose token has been found good.</summary>
internal sealed record GroupCall(HttpContext Context, Identity Caller)
{
    /// <summary>The group id of the route; one that is no UUID names no group.</summary>
    public Guid GroupId => Guid.TryParse((string?)Context.Request.RouteValues["id"], out var id) ? id : Guid.Empty;

    /// <summary>The comma-joined or repeated values of a query parameter.</summary>
    public string[] QueryList(string name) =>
    [
        .. Context.Request.Query[name]
            .SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];
}
