using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>The body of an operation on files.</summary>
internal sealed record PathOperation
{
    [JsonPropertyName("DATA_TYPE")]
    public required string DataType { get; init; }

    public string? Path { get; init; }

    public string? SymlinkTarget { get; init; }

    public string? OldPath { get; init; }

    public string? NewPath { get; init; }

    public string? LocalUser { get; init; }
}
