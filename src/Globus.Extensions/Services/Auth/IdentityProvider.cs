using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>An identity provider, as <c>GET /v2/api/identity_providers</c> describes it.</summary>
public sealed record IdentityProvider
{
    /// <summary>The id.</summary>
    public required IdentityProviderId Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>A short name.</summary>
    public string? ShortName { get; init; }

    /// <summary>Other names that people search for.</summary>
    public IReadOnlyList<string>? AlternativeNames { get; init; }

    /// <summary>The domains whose user names it vouches for.</summary>
    public IReadOnlyList<string>? Domains { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
