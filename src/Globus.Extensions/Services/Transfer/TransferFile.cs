using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>An entry of a directory. A symbolic link shows what it leads to, and has <see cref="LinkTarget"/>.</summary>
public sealed record TransferFile
{
    /// <summary>The kind of the document: <c>file</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The name, without its directory.</summary>
    public string? Name { get; init; }

    /// <summary>What it is.</summary>
    public TransferFileType? Type { get; init; }

    /// <summary>The size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>When it was changed.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The permissions in octal digits, for example <c>0755</c>.</summary>
    public string? Permissions { get; init; }

    /// <summary>The owner.</summary>
    public string? User { get; init; }

    /// <summary>The group of the owner.</summary>
    public string? Group { get; init; }

    /// <summary>Where a symbolic link leads.</summary>
    public string? LinkTarget { get; init; }

    /// <summary>The size of the link itself.</summary>
    public long? LinkSize { get; init; }

    /// <summary>When the link itself was changed.</summary>
    public DateTimeOffset? LinkLastModified { get; init; }

    /// <summary>The owner of the link itself.</summary>
    public string? LinkUser { get; init; }

    /// <summary>The group of that owner.</summary>
    public string? LinkGroup { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
