using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OpenId.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.OpenId;

/// <summary>What a validated ID token says (OpenID Connect Core, section 2). How much depends on the scopes <c>profile</c> and <c>email</c>.</summary>
public sealed record IdTokenClaims
{
    /// <summary>The identity that logged in.</summary>
    [JsonConverter(typeof(SubjectConverter))]
    public required IdentityId Sub { get; init; }

    /// <summary>Who issued the token.</summary>
    public string? Iss { get; init; }

    /// <summary>Whom it is for: client ids.</summary>
    [JsonConverter(typeof(AudienceConverter))]
    public IReadOnlyList<string>? Aud { get; init; }

    /// <summary>The client that asked for it, where a token has several audiences.</summary>
    public string? Azp { get; init; }

    /// <summary>When it ends.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? Exp { get; init; }

    /// <summary>When it was issued.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? Iat { get; init; }

    /// <summary>From when on it counts.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? Nbf { get; init; }

    /// <summary>The value that ties it to the login.</summary>
    public string? Nonce { get; init; }

    /// <summary>The hash that ties it to the access token of the same answer.</summary>
    public string? AtHash { get; init; }

    /// <summary>The user name, such as <c>ada@example.org</c>.</summary>
    public string? PreferredUsername { get; init; }

    /// <summary>The full name.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The organization.</summary>
    public string? Organization { get; init; }

    /// <summary>The id of the identity provider.</summary>
    public string? IdentityProvider { get; init; }

    /// <summary>The name of the identity provider.</summary>
    public string? IdentityProviderDisplayName { get; init; }

    /// <summary>When the person last logged in at the identity provider.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? LastAuthentication { get; init; }

    /// <summary>All identities that the person has linked, the one that logged in among them.</summary>
    public IReadOnlyList<LinkedIdentity>? IdentitySet { get; init; }

    /// <summary>The claims that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>Shows whose the token is; nothing else of the person, and nothing that ties it to a login.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Sub = ").Append(Sub.Value).Append(", Iss = ").Append(Iss).Append(", Exp = ").Append(Exp?.ToString("O"));
        return true;
    }
}
