using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What happened to a task: how it got on, or an error that it met. The service may add values, and has errors that are not named here.</summary>
[JsonConverter(typeof(StringValueConverter<TaskEventCode>))]
public readonly record struct TaskEventCode : IStringValue<TaskEventCode>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public TaskEventCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>It began.</summary>
    public static TaskEventCode Started { get; } = new("STARTED");

    /// <summary>It got on.</summary>
    public static TaskEventCode Progress { get; } = new("PROGRESS");

    /// <summary>It ended well.</summary>
    public static TaskEventCode Succeeded { get; } = new("SUCCEEDED");

    /// <summary>Its deadline passed.</summary>
    public static TaskEventCode Expired { get; } = new("EXPIRED");

    /// <summary>It was cancelled.</summary>
    public static TaskEventCode Canceled { get; } = new("CANCELED");

    /// <summary>It was paused.</summary>
    public static TaskEventCode Paused { get; } = new("PAUSED");

    /// <summary>It goes on after a pause.</summary>
    public static TaskEventCode Unpaused { get; } = new("UNPAUSED");

    /// <summary>Errors of the source were skipped.</summary>
    public static TaskEventCode SkippedErrors { get; } = new("SKIPPED_ERRORS");

    /// <summary>What the source lacks was not deleted at the destination.</summary>
    public static TaskEventCode DeleteDestinationExtraSkipped { get; } = new("DELETE_DESTINATION_EXTRA_SKIPPED");

    /// <summary>The access rules were changed while it ran.</summary>
    public static TaskEventCode AclChanged { get; } = new("ACL_CHANGED");

    /// <summary>A path can mean several things.</summary>
    public static TaskEventCode AmbiguousPath { get; } = new("AMBIGUOUS_PATH");

    /// <summary>An endpoint did not accept who asked.</summary>
    public static TaskEventCode Auth { get; } = new("AUTH");

    /// <summary>The clock of an endpoint is wrong.</summary>
    public static TaskEventCode Clock { get; } = new("CLOCK");

    /// <summary>An endpoint cannot be reached.</summary>
    public static TaskEventCode ConnectFailed { get; } = new("CONNECT_FAILED");

    /// <summary>The connection to an endpoint broke.</summary>
    public static TaskEventCode ConnectionBroken { get; } = new("CONNECTION_BROKEN");

    /// <summary>An endpoint closed the connection.</summary>
    public static TaskEventCode ConnectionReset { get; } = new("CONNECTION_RESET");

    /// <summary>An endpoint failed.</summary>
    public static TaskEventCode EndpointError { get; } = new("ENDPOINT_ERROR");

    /// <summary>An endpoint has too much to do.</summary>
    public static TaskEventCode EndpointTooBusy { get; } = new("ENDPOINT_TOO_BUSY");

    /// <summary>A file has another checksum than the request says.</summary>
    public static TaskEventCode ExternalChecksumMismatch { get; } = new("EXTERNAL_CHECKSUM_MISMATCH");

    /// <summary>A file is not there.</summary>
    public static TaskEventCode FileNotFound { get; } = new("FILE_NOT_FOUND");

    /// <summary>A file changed while it was copied.</summary>
    public static TaskEventCode FileSizeChanged { get; } = new("FILE_SIZE_CHANGED");

    /// <summary>A Globus Connect Personal is not connected.</summary>
    public static TaskEventCode GcNotConnected { get; } = new("GC_NOT_CONNECTED");

    /// <summary>A Globus Connect Personal is paused.</summary>
    public static TaskEventCode GcPaused { get; } = new("GC_PAUSED");

    /// <summary>An endpoint showed the certificate of another one.</summary>
    public static TaskEventCode GsiDnMismatch { get; } = new("GSI_DN_MISMATCH");

    /// <summary>Globus itself failed.</summary>
    public static TaskEventCode InternalError { get; } = new("INTERNAL_ERROR");

    /// <summary>A path cannot be used at an endpoint.</summary>
    public static TaskEventCode InvalidPathName { get; } = new("INVALID_PATH_NAME");

    /// <summary>The credential of an endpoint is not valid.</summary>
    public static TaskEventCode InvalidServiceCredential { get; } = new("INVALID_SERVICE_CREDENTIAL");

    /// <summary>A symbolic link leads nowhere, or where it may not.</summary>
    public static TaskEventCode InvalidSymlink { get; } = new("INVALID_SYMLINK");

    /// <summary>A directory is where a file was expected.</summary>
    public static TaskEventCode IsADirectory { get; } = new("IS_A_DIRECTORY");

    /// <summary>A file is where something else was expected.</summary>
    public static TaskEventCode IsAFile { get; } = new("IS_A_FILE");

    /// <summary>A limit of Globus or of an endpoint was exceeded.</summary>
    public static TaskEventCode LimitExceeded { get; } = new("LIMIT_EXCEEDED");

    /// <summary>An upload in parts is unknown to the storage.</summary>
    public static TaskEventCode MpuNotFound { get; } = new("MPU_NOT_FOUND");

    /// <summary>The destination cannot append to files.</summary>
    public static TaskEventCode NoAppendFilesystem { get; } = new("NO_APPEND_FILESYSTEM");

    /// <summary>The endpoint wants new credentials.</summary>
    public static TaskEventCode NoCredentials { get; } = new("NO_CREDENTIALS");

    /// <summary>The endpoint has no server.</summary>
    public static TaskEventCode NoPhysicals { get; } = new("NO_PHYSICALS");

    /// <summary>The destination is full.</summary>
    public static TaskEventCode NoSpaceLeft { get; } = new("NO_SPACE_LEFT");

    /// <summary>Something else is where a directory was expected.</summary>
    public static TaskEventCode NotADirectory { get; } = new("NOT_A_DIRECTORY");

    /// <summary>Something else is where a file was expected.</summary>
    public static TaskEventCode NotAFile { get; } = new("NOT_A_FILE");

    /// <summary>Something else is where a symbolic link was expected.</summary>
    public static TaskEventCode NotASymlink { get; } = new("NOT_A_SYMLINK");

    /// <summary>A file or folder may not be read or written.</summary>
    public static TaskEventCode PermissionDenied { get; } = new("PERMISSION_DENIED");

    /// <summary>The quota at the destination is used up.</summary>
    public static TaskEventCode QuotaExceeded { get; } = new("QUOTA_EXCEEDED");

    /// <summary>An endpoint did not answer in time.</summary>
    public static TaskEventCode Timeout { get; } = new("TIMEOUT");

    /// <summary>Something else went wrong.</summary>
    public static TaskEventCode Unknown { get; } = new("UNKNOWN");

    /// <summary>What was copied differs from the source.</summary>
    public static TaskEventCode VerifyChecksum { get; } = new("VERIFY_CHECKSUM");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static TaskEventCode IStringValue<TaskEventCode>.Create(string value) => new(value);
}
