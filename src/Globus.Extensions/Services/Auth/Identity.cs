using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>An identity, as <c>GET /v2/api/identities</c> describes it.</summary>
public sealed record Identity
{
    /// <summary>The id.</summary>
    public required IdentityId Id { get; init; }

    /// <summary>The user name, such as <c>ada@example.org</c>.</summary>
    public string? Username { get; init; }

    /// <summary>The full name.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The organization.</summary>
    public string? Organization { get; init; }

    /// <summary>The identity provider.</summary>
    public IdentityProviderId? IdentityProvider { get; init; }

    /// <summary>What it is for.</summary>
    public IdentityType? IdentityType { get; init; }

    /// <summary>How it stands.</summary>
    public IdentityStatus? Status { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
