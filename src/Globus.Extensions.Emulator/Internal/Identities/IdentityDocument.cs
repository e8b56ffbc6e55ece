using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary>An identity as the identities API shows it.</summary>
internal sealed record IdentityDocument
{
    public required string Id { get; init; }

    public required string Username { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Email { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Organization { get; init; }

    public required string IdentityProvider { get; init; }

    public required string Status { get; init; }

    /// <summary>Only where Globus shows it, too: among the admins of a project.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityType { get; init; }

    public static IdentityDocument OfAdmin(Identity identity) => From(identity) with { IdentityType = "login" };

    public static IdentityDocument From(Identity identity) => new()
    {
        Id = identity.Id.ToString(),
        Username = identity.UserName,
        Name = identity.Name,
        Email = identity.Email,
        Organization = identity.Organization,
        IdentityProvider = identity.IdentityProvider.ToString(),
        Status = identity.IsClosed ? "closed" : identity.IsUsed ? "used" : "unused",
    };
}
