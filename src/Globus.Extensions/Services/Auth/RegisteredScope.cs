using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>A scope that a client defines as a resource server.</summary>
public sealed record RegisteredScope
{
    /// <summary>The id.</summary>
    public required ScopeId Id { get; init; }

    /// <summary>The text that is asked for.</summary>
    public string? ScopeString { get; init; }

    /// <summary>The name that the consent page shows.</summary>
    public string? Name { get; init; }

    /// <summary>The description that the consent page shows.</summary>
    public string? Description { get; init; }

    /// <summary>The client that defines it.</summary>
    public ClientId? Client { get; init; }

    /// <summary>Whether others find it.</summary>
    public bool? Advertised { get; init; }

    /// <summary>Whether refresh tokens are given for it.</summary>
    public bool? AllowsRefreshToken { get; init; }

    /// <summary>The domains of which people have to have an identity to consent.</summary>
    public IReadOnlyList<string>? RequiredDomains { get; init; }

    /// <summary>The scopes of other services that consent to this one includes.</summary>
    public IReadOnlyList<DependentScope>? DependentScopes { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
