using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>A file, a folder or a link in a listing.</summary>
internal sealed record FileDocument
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "file";

    public required string Name { get; init; }

    /// <summary><c>dir</c>, <c>file</c> or <c>invalid_symlink</c>; a link that leads somewhere has the type of what it leads to.</summary>
    public required string Type { get; init; }

    public long? Size { get; init; }

    public string? LastModified { get; init; }

    public string? Permissions { get; init; }

    public string? User { get; init; }

    public string? Group { get; init; }

    public string? LinkTarget { get; init; }

    public long? LinkSize { get; init; }

    public string? LinkLastModified { get; init; }

    public string? LinkUser { get; init; }

    public string? LinkGroup { get; init; }
}
