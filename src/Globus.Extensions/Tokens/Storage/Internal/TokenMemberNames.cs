using System.Text.Json;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>The members of a stored record.</summary>
internal static class TokenMemberNames
{
    public const string ResourceServer = "resource_server";
    public const string IdentityId = "identity_id";
    public const string Scope = "scope";
    public const string AccessToken = "access_token";
    public const string RefreshToken = "refresh_token";
    public const string ExpiresAtSeconds = "expires_at_seconds";
    public const string TokenType = "token_type";

    private static readonly string[] All =
        [ResourceServer, IdentityId, Scope, AccessToken, RefreshToken, ExpiresAtSeconds, TokenType];

    public static bool IsKnown(string name) => All.Contains(name, StringComparer.Ordinal);

    public static bool IsKnown(JsonProperty member)
    {
        foreach (var name in All)
        {
            if (member.NameEquals(name))
            {
                return true;
            }
        }

        return false;
    }
}
