using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What happened to a task. Errors have many more codes than are named here. The service may add values.</summary>
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

    /// <summary>A file is not there.</summary>
    public static TaskEventCode FileNotFound { get; } = new("FILE_NOT_FOUND");

    /// <summary>A file or folder may not be read or written.</summary>
    public static TaskEventCode PermissionDenied { get; } = new("PERMISSION_DENIED");

    /// <summary>The endpoint wants new credentials.</summary>
    public static TaskEventCode NoCredentials { get; } = new("NO_CREDENTIALS");

    /// <summary>The destination is full.</summary>
    public static TaskEventCode NoSpaceLeft { get; } = new("NO_SPACE_LEFT");

    /// <summary>The quota at the destination is used up.</summary>
    public static TaskEventCode QuotaExceeded { get; } = new("QUOTA_EXCEEDED");

    /// <summary>What was copied differs from the source.</summary>
    public static TaskEventCode VerifyChecksum { get; } = new("VERIFY_CHECKSUM");

    /// <summary>An endpoint cannot be reached.</summary>
    public static TaskEventCode ConnectFailed { get; } = new("CONNECT_FAILED");

    /// <summary>An endpoint did not answer in time.</summary>
    public static TaskEventCode Timeout { get; } = new("TIMEOUT");

    /// <summary>An endpoint failed.</summary>
    public static TaskEventCode EndpointError { get; } = new("ENDPOINT_ERROR");

    /// <summary>Something else went wrong.</summary>
    public static TaskEventCode Unknown { get; } = new("UNKNOWN");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static TaskEventCode IStringValue<TaskEventCode>.Create(string value) => new(value);
}
