using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;

namespace Globus.Extensions.Emulator.Internal.Transfer.Roles;

/// <summary>A role as the API shows it.</summary>
internal sealed record RoleDocument(Guid Id, string PrincipalType, Guid Principal, string Role)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "role";

    public static RoleDocument Of(Role role) => new(role.Id, role.PrincipalType, role.Principal, role.Name);
}
