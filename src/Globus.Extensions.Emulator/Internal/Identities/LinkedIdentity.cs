using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary>An entry of <c>identity_set</c>; unknown names and addresses are null there, not absent.</summary>
internal sealed record LinkedIdentity
{
    public required string Sub { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Organization { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Name { get; init; }

    public required string Username { get; init; }

    public required string IdentityProvider { get; init; }

    public required string IdentityProviderDisplayName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Email { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? LastAuthentication { get; init; }

    public static LinkedIdentity From(Identity identity, DateTimeOffset? lastAuthentication) => new()
    {
        Sub = identity.Id.ToString(),
        Organization = identity.Organization,
        Name = identity.Name,
        Username = identity.UserName,
        IdentityProvider = identity.IdentityProvider.ToString(),
        IdentityProviderDisplayName = identity.IdentityProviderName,
        Email = identity.Email,
        LastAuthentication = lastAuthentication?.ToUnixTimeSeconds(),
    };
}
