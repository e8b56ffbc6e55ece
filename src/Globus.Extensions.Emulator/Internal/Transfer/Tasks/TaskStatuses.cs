namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The statuses of tasks that the emulator uses.</summary>
internal static class TaskStatuses
{
    public const string Active = "ACTIVE";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
}
