using System.Text.Json.Serialization;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What decides whether a file is copied that is at the destination already. Each level checks what those before it check, too.</summary>
[JsonConverter(typeof(SyncLevelConverter))]
public readonly record struct SyncLevel
{
    /// <summary>Creates the value from its number.</summary>
    /// <param name="value">The number; the service knows 0 to 3.</param>
    public SyncLevel(int value) => Value = value;

    /// <summary>Copies files that are not there.</summary>
    public static SyncLevel Exists { get; } = new(0);

    /// <summary>Copies files whose size differs, too.</summary>
    public static SyncLevel Size { get; } = new(1);

    /// <summary>Copies files that are newer at the source, too.</summary>
    public static SyncLevel ModificationTime { get; } = new(2);

    /// <summary>Copies files whose checksum differs, too.</summary>
    public static SyncLevel Checksum { get; } = new(3);

    /// <summary>The number.</summary>
    public int Value { get; }

    /// <summary>The word for the level, or its number.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value switch
    {
        0 => "exists",
        1 => "size",
        2 => "mtime",
        3 => "checksum",
        _ => Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
