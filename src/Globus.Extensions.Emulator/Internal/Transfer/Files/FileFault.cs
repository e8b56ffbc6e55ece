using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>Why something could not be done with a file.</summary>
/// <param name="Code">One of <see cref="FaultCodes"/>.</param>
/// <param name="Description">The reason for people.</param>
internal sealed record FileFault(string Code, string Description)
{
    private const int UnixNotADirectory = 20;
    private const int UnixIsADirectory = 21;
    private const int UnixNoSpace = 28;
    private const int UnixQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Whether it is of no use to try again.</summary>
    public bool IsFinal { get; private init; }

    public static FileFault CollectionGone(string name) => new(FaultCodes.EndpointError, $"The collection {name} is gone.") { IsFinal = true };

    public static FileFault NotFound(string path) => new(FaultCodes.FileNotFound, $"There is no '{path}'.");

    public static FileFault Denied(string path) => new(FaultCodes.PermissionDenied, $"'{path}' is not open to this user.");

    public static FileFault NotADirectory(string path) => new(FaultCodes.NotADirectory, $"'{path}' is not a directory.");

    public static FileFault IsADirectory(string path) => new(FaultCodes.IsADirectory, $"'{path}' is a directory.");

    public static FileFault Exists(string path) => new(FaultCodes.Exists, $"'{path}' exists already.");

    /// <summary>A name that is no text cannot be said back to the system: it shows the wrong characters and finds nothing.</summary>
    public static FileFault NotText(string path) => new(FaultCodes.InvalidPathName, $"The name of '{path}' is not Unicode.");

    /// <summary>Does something with files; what the file system says against it becomes a fault.</summary>
    public static FileFault? Guard(CollectionPath path, Func<FileFault?> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            return Of(exception, path.Text);
        }
    }

    /// <summary>Whether an exception is one that the file system has thrown.</summary>
    public static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>What an exception of the file system means; its message would show the path on this machine.</summary>
    public static FileFault Of(Exception exception, string path) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => NotFound(path),
        UnauthorizedAccessException => new(FaultCodes.PermissionDenied, $"The system does not allow this on '{path}'."),
        PathTooLongException => new(FaultCodes.InvalidPathName, $"The path '{path}' is too long for this system."),
        { HResult: UnixNotADirectory } => NotADirectory(path),
        { HResult: UnixIsADirectory } => IsADirectory(path),
        { HResult: UnixNoSpace or UnixQuota or WindowsDiskFull } => new(FaultCodes.NoSpaceLeft, "The disk is full."),
        _ => new(FaultCodes.EndpointError, $"The file system failed at '{path}' (error {exception.HResult})."),
    };
}
