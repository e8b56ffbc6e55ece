using System.Text.Json;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>A group's policies: in lists only the two visibilities, in full elsewhere.</summary>
internal sealed record GroupPolicyDocument
{
    public bool? IsHighAssurance { get; init; }

    /// <summary>Null means something here; in the short form it is absent.</summary>
    public JsonElement? AuthenticationAssuranceTimeout { get; init; }

    public required string GroupVisibility { get; init; }

    public required string GroupMembersVisibility { get; init; }

    public bool? JoinRequests { get; init; }

    public IReadOnlyList<string>? SignupFields { get; init; }

    public static GroupPolicyDocument Short(EmulatorGroupPolicies policies) => new()
    {
        GroupVisibility = policies.GroupVisibility,
        GroupMembersVisibility = policies.GroupMembersVisibility,
    };

    public static GroupPolicyDocument Full(EmulatorGroupPolicies policies) => Short(policies) with
    {
        IsHighAssurance = policies.IsHighAssurance,
        AuthenticationAssuranceTimeout = JsonElement.Parse(policies.AuthenticationAssuranceTimeout is { } seconds ? $"{seconds}" : "null"),
        JoinRequests = policies.JoinRequests,
        SignupFields = policies.SignupFields,
    };

    public static bool IsValid(EmulatorGroupPolicies policies) =>
        policies.GroupVisibility is "private" or "authenticated"
        && policies.GroupMembersVisibility is "managers" or "members"
        && policies.AuthenticationAssuranceTimeout is null or >= 0;

    /// <summary>Reads a full replacement; what is left out goes back to its default. <see langword="null"/> if it is not valid.</summary>
    public static EmulatorGroupPolicies? Read(JsonElement body)
    {
        try
        {
            var policies = body.Deserialize(Seeding.SeedJsonContext.Default.EmulatorGroupPolicies);
            return policies is not null && IsValid(policies) ? policies : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
