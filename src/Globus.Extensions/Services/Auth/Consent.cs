using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>A consent that an identity gave: a client may use a scope in its name.</summary>
public sealed record Consent
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The client that may use the scope.</summary>
    public ClientId? Client { get; init; }

    /// <summary>The scope.</summary>
    public ScopeId? Scope { get; init; }

    /// <summary>The scope string.</summary>
    public string? ScopeName { get; init; }

    /// <summary>The identity in whose name it is used.</summary>
    public IdentityId? EffectiveIdentity { get; init; }

    /// <summary>The ids of the consents from the root to this one, itself last: a client was given the first, which calls for the second, and so on.</summary>
    public IReadOnlyList<long>? DependencyPath { get; init; }

    /// <summary>When it was given.</summary>
    [JsonConverter(typeof(GlobusDateTimeConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was changed.</summary>
    [JsonConverter(typeof(GlobusDateTimeConverter))]
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When it was used.</summary>
    [JsonConverter(typeof(GlobusDateTimeConverter))]
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>How it stands.</summary>
    public ConsentStatus? Status { get; init; }

    /// <summary>Whether refresh tokens are given for it.</summary>
    public bool? AllowsRefresh { get; init; }

    /// <summary>Whether it was given without asking.</summary>
    public bool? AutoApproved { get; init; }

    /// <summary>Whether it can be taken back alone.</summary>
    public bool? AtomicallyRevocable { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
