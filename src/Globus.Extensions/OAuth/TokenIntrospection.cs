using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.OpenId;
using Globus.Extensions.OpenId.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.OAuth;

/// <summary>What a token is, <c>POST /v2/oauth2/token/introspect</c> (RFC 7662, section 2.2).</summary>
/// <seealso cref="ConfidentialLoginClient.IntrospectTokenAsync"/>
public sealed record TokenIntrospection
{
    /// <summary>Whether the token is valid. If not, nothing else is told.</summary>
    public required bool Active { get; init; }

    /// <summary>The kind of token, <c>Bearer</c>.</summary>
    public string? TokenType { get; init; }

    /// <summary>The granted scopes, separated by blanks.</summary>
    public string? Scope { get; init; }

    /// <summary>The client that the token was issued to.</summary>
    public string? ClientId { get; init; }

    /// <summary>The identity in whose name it acts.</summary>
    public IdentityId? Sub { get; init; }

    /// <summary>The user name of that identity.</summary>
    public string? Username { get; init; }

    /// <summary>The full name.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The services that it is for, and the client that it was issued to.</summary>
    [JsonConverter(typeof(AudienceConverter))]
    public IReadOnlyList<string>? Aud { get; init; }

    /// <summary>Who issued it.</summary>
    public string? Iss { get; init; }

    /// <summary>When it ends.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? Exp { get; init; }

    /// <summary>When it was issued.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? Iat { get; init; }

    /// <summary>From when on it counts.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? Nbf { get; init; }

    /// <summary>All identities that the person has linked, where <c>identity_set</c> was to be included.</summary>
    public IReadOnlyList<IdentityId>? IdentitySet { get; init; }

    /// <summary>The same with names, where <c>identity_set_detail</c> was to be included.</summary>
    public IReadOnlyList<LinkedIdentity>? IdentitySetDetail { get; init; }

    /// <summary>How the person logged in, where <c>session_info</c> was to be included.</summary>
    public JsonElement? SessionInfo { get; init; }

    /// <summary>Which of the service's policies the session fulfils, by policy id.</summary>
    public JsonElement? PolicyEvaluations { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>Shows what a log may hold: nothing of the person but the identity.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Active = ").Append(Active).Append(", Sub = ").Append(Sub?.Value).Append(", ClientId = ").Append(ClientId)
            .Append(", Scope = ").Append(Scope).Append(", Exp = ").Append(Exp?.ToString("O"));
        return true;
    }
}
