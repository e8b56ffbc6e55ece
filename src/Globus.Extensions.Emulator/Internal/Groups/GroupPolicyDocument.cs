using System.Text.Json;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>A group's policies: in lists only the two visibilities, in full elsewhere.</summary>
internal sealed record GroupPolicyDocument
{
    private static readonly EmulatorGroupPolicies Defaults = new();

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
        IsVisibility(policies.GroupVisibility)
        && IsMembersVisibility(policies.GroupMembersVisibility)
        && policies.AuthenticationAssuranceTimeout is null or >= 0
        && policies.SignupFields.All(Groups.SignupFields.CanBeAskedFor);

    /// <summary>Reads a full replacement; what is left out goes back to its default, and so does what is null but for the timeout.</summary>
    /// <exception cref="InvalidBodyException">It is not valid.</exception>
    public static EmulatorGroupPolicies Read(JsonElement body, params string[] path)
    {
        const string Timeout = "authentication_assurance_timeout";
        var fields = new BodyFields(body, path);
        return new EmulatorGroupPolicies
        {
            IsHighAssurance = fields.Flag("is_high_assurance") ?? Defaults.IsHighAssurance,
            AuthenticationAssuranceTimeout = fields.Has(Timeout) ? fields.Seconds(Timeout) : Defaults.AuthenticationAssuranceTimeout,
            GroupVisibility = fields.Choice("group_visibility", IsVisibility) ?? Defaults.GroupVisibility,
            GroupMembersVisibility = fields.Choice("group_members_visibility", IsMembersVisibility) ?? Defaults.GroupMembersVisibility,
            JoinRequests = fields.Flag("join_requests") ?? Defaults.JoinRequests,
            SignupFields = fields.Choices("signup_fields", Groups.SignupFields.CanBeAskedFor) ?? Defaults.SignupFields,
        };
    }

    private static bool IsVisibility(string text) => text is "private" or "authenticated";

    private static bool IsMembersVisibility(string text) => text is "managers" or "members";
}
