namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The statuses of a membership.</summary>
internal static class MembershipStatuses
{
    public const string Active = "active";
    public const string Invited = "invited";
    public const string Pending = "pending";
    public const string Rejected = "rejected";
    public const string Removed = "removed";
    public const string Left = "left";
    public const string Declined = "declined";

    public static IReadOnlyList<string> All { get; } = [Active, Invited, Pending, Rejected, Removed, Left, Declined];

    public static bool IsKnown(string status) => All.Contains(status);

    /// <summary>Whether a holder may see a private group.</summary>
    public static bool OpensGroup(string status) => status is Active or Invited or Pending;
}
