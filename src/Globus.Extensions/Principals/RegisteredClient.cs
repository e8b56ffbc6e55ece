using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Principals;

/// <summary>A client application as it is registered with Globus Auth.</summary>
public sealed record RegisteredClient
{
    /// <summary>The id; empty if the service leaves it out of an answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ClientId Id { get; init; }

    /// <summary>The name that the consent page shows.</summary>
    public string? Name { get; init; }

    /// <summary>The project in which the client is registered.</summary>
    public ProjectId? Project { get; init; }

    /// <summary>What kind of client it is.</summary>
    public ClientType? ClientType { get; init; }

    /// <summary>Whether it is one that cannot keep a secret.</summary>
    public bool? PublicClient { get; init; }

    /// <summary>Who may see that it exists.</summary>
    public ClientVisibility? Visibility { get; init; }

    /// <summary>The redirect URIs that its logins may name.</summary>
    public IReadOnlyList<string>? RedirectUris { get; init; }

    /// <summary>The OAuth grants that it may use.</summary>
    public IReadOnlyList<string>? GrantTypes { get; init; }

    /// <summary>The scopes that are defined for it, as the resource server that it is.</summary>
    public IReadOnlyList<ScopeId>? Scopes { get; init; }

    /// <summary>The host names that belong to it.</summary>
    public IReadOnlyList<string>? Fqdns { get; init; }

    /// <summary>The links that its consent page shows.</summary>
    public ClientLinks? Links { get; init; }

    /// <summary>The client that registered it, or whose instance it is.</summary>
    public ClientId? ParentClient { get; init; }

    /// <summary>The identity provider that people have to log in with.</summary>
    public IdentityProviderId? RequiredIdp { get; init; }

    /// <summary>The identity provider that the login page proposes.</summary>
    public IdentityProviderId? PreselectIdp { get; init; }

    /// <summary>Whether the consent page asks for a label.</summary>
    public bool? PromptForNamedGrant { get; init; }

    /// <summary>Whether user information is that of the effective identity.</summary>
    public bool? UserinfoFromEffectiveIdentity { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
