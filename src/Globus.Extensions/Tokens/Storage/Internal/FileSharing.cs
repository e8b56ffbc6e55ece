namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Tells "somebody else has the file open" from other errors.</summary>
internal static class FileSharing
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int WindowsLockViolation = unchecked((int)0x80070021);
    private const int LinuxWouldBlock = 11;
    private const int BsdWouldBlock = 35;

    /// <summary>Says whether opening a file failed because another open of it excludes that.</summary>
    public static bool IsViolation(IOException error) =>
        OperatingSystem.IsWindows()
            ? error.HResult is WindowsSharingViolation or WindowsLockViolation
            : error.HResult == (OperatingSystem.IsLinux() ? LinuxWouldBlock : BsdWouldBlock);
}
