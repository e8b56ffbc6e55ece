namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The events in the life of a task; faults use their own words.</summary>
internal static class EventCodes
{
    public const string Started = "STARTED";
    public const string BegunAgain = "RESTARTED";
    public const string Progress = "PROGRESS";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string Expired = "EXPIRED";
    public const string Canceled = "CANCELED";
    public const string Paused = "PAUSED";
    public const string Unpaused = "UNPAUSED";
    public const string SkippedErrors = "SKIPPED_ERRORS";
    public const string DeleteDestinationExtraSkipped = "DELETE_DESTINATION_EXTRA_SKIPPED";
}
