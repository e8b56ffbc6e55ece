using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.Transfer.AccessRules;

/// <summary>An access rule as the API shows it.</summary>
internal sealed record AccessRuleDocument
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "access";

    public required Guid Id { get; init; }

    public required string Path { get; init; }

    public required string Permissions { get; init; }

    public required string PrincipalType { get; init; }

    public required string Principal { get; init; }

    public string? CreateTime { get; init; }

    public string? ExpirationDate { get; init; }

    /// <summary>The role that implies the rule, which then cannot be changed itself.</summary>
    public Guid? RoleId { get; init; }

    public string? RoleType { get; init; }

    public static AccessRuleDocument Of(AccessRule rule) => new()
    {
        Id = rule.Id,
        Path = rule.Path,
        Permissions = rule.Permissions,
        PrincipalType = rule.PrincipalType,
        Principal = rule.Principal,
        CreateTime = rule.CreateTime is { } created ? TaskPresenter.Time(created) : null,
        ExpirationDate = rule.ExpirationDate is { } expires ? TaskPresenter.Time(expires) : null,
    };

    /// <summary>What a role lets somebody do, shown as a rule with the id of the role.</summary>
    public static AccessRuleDocument Of(Role role) => new()
    {
        Id = role.Id,
        Path = "/",
        Permissions = "rw",
        PrincipalType = role.PrincipalType,
        Principal = role.Principal.ToString(),
        RoleId = role.Id,
        RoleType = role.Name,
    };
}
