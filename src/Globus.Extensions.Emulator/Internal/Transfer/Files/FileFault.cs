namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>Why something could not be done with a file.</summary>
/// <param name="Code">One of <see cref="FaultCodes"/>.</param>
/// <param name="Description">The reason for people.</param>
internal sealed record FileFault(string Code, string Description)
{
    private const int UnixNoSpace = 28;
    private const int UnixQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static FileFault NotFound(string path) => new(FaultCodes.FileNotFound, $"There is no '{path}'.");

    public static FileFault Denied(string path) => new(FaultCodes.PermissionDenied, $"'{path}' is not open to this user.");

    public static FileFault NotADirectory(string path) => new(FaultCodes.NotADirectory, $"'{path}' is not a directory.");

    public static FileFault IsADirectory(string path) => new(FaultCodes.IsADirectory, $"'{path}' is a directory.");

    public static FileFault Exists(string path) => new(FaultCodes.Exists, $"'{path}' exists already.");

    /// <summary>Whether an exception is one that the file system has thrown.</summary>
    public static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>What an exception of the file system means; its message would show the path on this machine.</summary>
    public static FileFault Of(Exception exception, string path) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => NotFound(path),
        UnauthorizedAccessException => new(FaultCodes.PermissionDenied, $"The system does not allow this on '{path}'."),
        PathTooLongException => new(FaultCodes.InvalidPathName, $"The path '{path}' is too long for this system."),
        { HResult: UnixNoSpace or UnixQuota or WindowsDiskFull } => new(FaultCodes.NoSpaceLeft, "The disk is full."),
        _ => new(FaultCodes.EndpointError, $"The file system failed at '{path}' (error {exception.HResult})."),
    };
}
