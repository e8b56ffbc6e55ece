using System.Text.Json;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Tests.Tokens;

/// <summary>Records to store, with secrets that are easy to find where they must not be.</summary>
internal static class TestTokens
{
    public const string AccessMarker = "ACCESS-SECRET";
    public const string RefreshMarker = "REFRESH-SECRET";

    public static TokenData Create(string resourceServer, string accessToken = AccessMarker) => new()
    {
        ResourceServer = resourceServer,
        IdentityId = "ae332d86-d274-11e5-b885-b31714a110e9",
        Scope = "openid profile email",
        AccessToken = accessToken,
        RefreshToken = RefreshMarker,
        ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000),
        TokenType = "Bearer",
    };

    public static Dictionary<string, JsonElement> Members(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone());
    }
}
