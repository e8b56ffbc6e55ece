namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>The error words of events and <c>nice_status</c> that the emulator uses.</summary>
internal static class FaultCodes
{
    public const string ExternalChecksumMismatch = "EXTERNAL_CHECKSUM_MISMATCH";
    public const string EndpointError = "ENDPOINT_ERROR";
    public const string Exists = "EXISTS";
    public const string FileNotFound = "FILE_NOT_FOUND";
    public const string FileSizeChanged = "FILE_SIZE_CHANGED";
    public const string InvalidPathName = "INVALID_PATH_NAME";
    public const string InvalidSymlink = "INVALID_SYMLINK";
    public const string IsADirectory = "IS_A_DIRECTORY";
    public const string NotADirectory = "NOT_A_DIRECTORY";
    public const string NoSpaceLeft = "NO_SPACE_LEFT";
    public const string PermissionDenied = "PERMISSION_DENIED";
    public const string QuotaExceeded = "QUOTA_EXCEEDED";
    public const string VerifyChecksum = "VERIFY_CHECKSUM";
}
