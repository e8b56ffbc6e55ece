namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>What somebody may have to tell to join a group.</summary>
internal static class SignupFields
{
    private static readonly string[] OfPolicies =
        ["institution", "current_project_name", "address", "city", "state", "country", "address1", "address2", "zip", "phone", "department", "field_of_science"];

    private static readonly string[] OfMemberships = ["first_name", "last_name", "organization", .. OfPolicies];

    /// <summary>Whether a policy can ask for it.</summary>
    public static bool CanBeAskedFor(string field) => OfPolicies.Contains(field);

    /// <summary>Whether an identity can tell it.</summary>
    public static bool CanBeTold(string field) => OfMemberships.Contains(field);
}
