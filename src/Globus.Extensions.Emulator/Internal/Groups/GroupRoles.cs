namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The roles in a group.</summary>
internal static class GroupRoles
{
    public const string Member = "member";
    public const string Manager = "manager";
    public const string Admin = "admin";

    public static bool IsKnown(string role) => role is Member or Manager or Admin;
}
