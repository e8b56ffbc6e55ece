using System.Text.Json;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Testing.Internal;

/// <summary>Records to store.</summary>
internal static class SampleTokens
{
    /// <summary>A record with every member that the library knows.</summary>
    public static TokenData Create(string resourceServer, string accessToken = "access-1") => new()
    {
        ResourceServer = resourceServer,
        IdentityId = "ae332d86-d274-11e5-b885-b31714a110e9",
        Scope = "openid profile email",
        AccessToken = accessToken,
        RefreshToken = "refresh-of-" + accessToken,
        ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000),
        TokenType = "Bearer",
    };

    /// <summary>A record with required members only.</summary>
    public static TokenData CreateSparse(string resourceServer, string accessToken = "access-1") => new()
    {
        ResourceServer = resourceServer,
        Scope = "openid",
        AccessToken = accessToken,
        ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000),
    };

    /// <summary>Members that this version does not know.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Unknown(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value.Clone());
    }
}
