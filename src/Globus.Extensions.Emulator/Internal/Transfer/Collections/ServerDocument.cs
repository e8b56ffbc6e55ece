using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>A server of an endpoint. The emulator's serve nobody directly: it moves the files itself.</summary>
internal sealed record ServerDocument
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "server";

    public required int Id { get; init; }

    public required string Hostname { get; init; }

    public required int Port { get; init; }

    public string Scheme { get; } = "gsiftp";

    public string? Subject { get; init; }

    public string Uri => $"{Scheme}://{Hostname}:{Port}";

    public int? IncomingDataPortStart { get; init; }

    public int? IncomingDataPortEnd { get; init; }

    public int? OutgoingDataPortStart { get; init; }

    public int? OutgoingDataPortEnd { get; init; }

    public bool IsConnected { get; init; } = true;

    public bool IsPaused { get; init; }
}
