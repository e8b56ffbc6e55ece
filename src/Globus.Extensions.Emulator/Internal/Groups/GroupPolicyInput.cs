namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Policies as they come in: settable, so that what a document leaves out keeps its default.</summary>
internal sealed class GroupPolicyInput
{
    private static readonly EmulatorGroupPolicies Defaults = new();

    public bool IsHighAssurance { get; set; } = Defaults.IsHighAssurance;

    public int? AuthenticationAssuranceTimeout { get; set; } = Defaults.AuthenticationAssuranceTimeout;

    public string GroupVisibility { get; set; } = Defaults.GroupVisibility;

    public string GroupMembersVisibility { get; set; } = Defaults.GroupMembersVisibility;

    public bool JoinRequests { get; set; } = Defaults.JoinRequests;

    public IReadOnlyList<string> SignupFields { get; set; } = Defaults.SignupFields;

    public static GroupPolicyInput From(EmulatorGroupPolicies policies) => new()
    {
        IsHighAssurance = policies.IsHighAssurance,
        AuthenticationAssuranceTimeout = policies.AuthenticationAssuranceTimeout,
        GroupVisibility = policies.GroupVisibility,
        GroupMembersVisibility = policies.GroupMembersVisibility,
        JoinRequests = policies.JoinRequests,
        SignupFields = policies.SignupFields,
    };

    public EmulatorGroupPolicies ToPolicies() => new()
    {
        IsHighAssurance = IsHighAssurance,
        AuthenticationAssuranceTimeout = AuthenticationAssuranceTimeout,
        GroupVisibility = GroupVisibility,
        GroupMembersVisibility = GroupMembersVisibility,
        JoinRequests = JoinRequests,
        SignupFields = SignupFields,
    };
}
