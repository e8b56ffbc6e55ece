using Globus.Extensions.Emulator.Internal.Identities;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>A call to the Groups service whose token has been found good.</summary>
/// <param name="Context">The request.</param>
/// <param name="Caller">Whose token it is.</param>
/// <param name="AuthenticatedAt">When the caller logged in for it.</param>
/// <param name="Now">The time of the call.</param>
internal sealed record GroupCall(HttpContext Context, Identity Caller, DateTimeOffset AuthenticatedAt, DateTimeOffset Now)
{
    /// <summary>The group id of the route; one that is no UUID names no group.</summary>
    public Guid GroupId => Guid.TryParse((string?)Context.Request.RouteValues["id"], out var id) ? id : Guid.Empty;

    /// <summary>When the login is too old for a group; never for most.</summary>
    public DateTimeOffset? SessionEnd(Group group) =>
        group.Policies is { IsHighAssurance: true, AuthenticationAssuranceTimeout: { } seconds } ? AuthenticatedAt.AddSeconds(seconds) : null;

    /// <summary>The comma-joined or repeated values of a query parameter.</summary>
    public string[] QueryList(string name) =>
    [
        .. Context.Request.Query[name]
            .SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];
}
