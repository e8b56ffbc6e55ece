using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>What <c>GET /v2/oauth2/userinfo</c> tells of the identity that is logged in (OpenID Connect Core, section 5.3).</summary>
public sealed record UserInfo
{
    /// <summary>The identity.</summary>
    public required IdentityId Sub { get; init; }

    /// <summary>Its user name; needs the scope <c>profile</c>.</summary>
    public string? PreferredUsername { get; init; }

    /// <summary>The full name; needs the scope <c>profile</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address; needs the scope <c>email</c>.</summary>
    public string? Email { get; init; }

    /// <summary>The organization.</summary>
    public string? Organization { get; init; }

    /// <summary>The id of the identity provider.</summary>
    public string? IdentityProvider { get; init; }

    /// <summary>The name of the identity provider.</summary>
    public string? IdentityProviderDisplayName { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
