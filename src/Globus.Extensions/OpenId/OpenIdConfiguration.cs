using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.OpenId;

/// <summary>
/// The discovery document of Globus Auth (OpenID Connect Discovery, section 3), <c>GET /.well-known/openid-configuration</c>.
/// </summary>
public sealed record OpenIdConfiguration
{
    /// <summary>The issuer, which ID tokens have to name letter by letter.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where a person logs in.</summary>
    public Uri? AuthorizationEndpoint { get; init; }

    /// <summary>Where grants are exchanged for tokens.</summary>
    public Uri? TokenEndpoint { get; init; }

    /// <summary>Where tokens are revoked.</summary>
    public Uri? RevocationEndpoint { get; init; }

    /// <summary>Where tokens are introspected.</summary>
    public Uri? IntrospectionEndpoint { get; init; }

    /// <summary>Where the claims of the identity that is logged in are read.</summary>
    public Uri? UserinfoEndpoint { get; init; }

    /// <summary>Where the keys are that sign ID tokens (RFC 7517).</summary>
    public Uri? JwksUri { get; init; }

    /// <summary>The algorithms that sign ID tokens, such as <c>RS512</c>.</summary>
    public IReadOnlyList<string>? IdTokenSigningAlgValuesSupported { get; init; }

    /// <summary>The values of <c>response_type</c>.</summary>
    public IReadOnlyList<string>? ResponseTypesSupported { get; init; }

    /// <summary>The scopes of OpenID Connect; those of services are not listed.</summary>
    public IReadOnlyList<string>? ScopesSupported { get; init; }

    /// <summary>How a client says who it is.</summary>
    public IReadOnlyList<string>? TokenEndpointAuthMethodsSupported { get; init; }

    /// <summary>The claims that ID tokens may hold.</summary>
    public IReadOnlyList<string>? ClaimsSupported { get; init; }

    /// <summary>The kinds of subjects.</summary>
    public IReadOnlyList<string>? SubjectTypesSupported { get; init; }

    /// <summary>The members of the document that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
