using Globus.Extensions.Emulator.Internal.Identities;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>A call to the Transfer service whose token has been found good.</summary>
/// <param name="Context">The request.</param>
/// <param name="Caller">Whose token it is.</param>
/// <param name="ClientId">The client that the token was issued to.</param>
internal sealed record TransferCall(HttpContext Context, Identity Caller, Guid ClientId)
{
    /// <summary>An id of the route; one that is no UUID names nothing.</summary>
    public Guid Id(string name = "id") => Guid.TryParse((string?)Context.Request.RouteValues[name], out var id) ? id : Guid.Empty;

    /// <summary>A query parameter; <see langword="null"/> if it is absent or empty.</summary>
    public string? Query(string name) => Context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A yes or no of the query in any of the spellings that clients use; <see langword="null"/> for another text.</summary>
    public bool? Flag(string name, bool byDefault) => Query(name)?.ToLowerInvariant() switch
    {
        null => byDefault,
        "1" or "true" => true,
        "0" or "false" => false,
        _ => null,
    };
}
