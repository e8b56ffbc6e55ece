using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What an entry of a directory is. A symbolic link shows what it leads to. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<TransferFileType>))]
public readonly record struct TransferFileType : IStringValue<TransferFileType>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public TransferFileType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>A file.</summary>
    public static TransferFileType File { get; } = new("file");

    /// <summary>A directory.</summary>
    public static TransferFileType Directory { get; } = new("dir");

    /// <summary>A symbolic link that leads nowhere.</summary>
    public static TransferFileType InvalidSymlink { get; } = new("invalid_symlink");

    /// <summary>A character device.</summary>
    public static TransferFileType CharacterDevice { get; } = new("chr");

    /// <summary>A block device.</summary>
    public static TransferFileType BlockDevice { get; } = new("blk");

    /// <summary>A pipe.</summary>
    public static TransferFileType Pipe { get; } = new("pipe");

    /// <summary>Something else.</summary>
    public static TransferFileType Other { get; } = new("other");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static TransferFileType IStringValue<TransferFileType>.Create(string value) => new(value);
}
