using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.OpenId;

/// <summary>One of the identities that a person has linked.</summary>
public sealed record LinkedIdentity
{
    /// <summary>The identity.</summary>
    public required IdentityId Sub { get; init; }

    /// <summary>Its user name.</summary>
    public string? Username { get; init; }

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

    /// <summary>When the person last logged in with it; <see langword="null"/> if never.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? LastAuthentication { get; init; }

    /// <summary>The members that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>Shows the identity, and nothing else of the person.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Sub = ").Append(Sub.Value);
        return true;
    }
}
