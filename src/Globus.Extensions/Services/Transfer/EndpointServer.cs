using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A server of an endpoint.</summary>
public sealed record EndpointServer
{
    /// <summary>The kind of the document, <c>server</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id, a number.</summary>
    public long? Id { get; init; }

    /// <summary>The host name.</summary>
    public string? Hostname { get; init; }

    /// <summary>The port.</summary>
    public int? Port { get; init; }

    /// <summary>The protocol, such as <c>gsiftp</c>.</summary>
    public string? Scheme { get; init; }

    /// <summary>The subject of the certificate that it has to have, where that is not its host name.</summary>
    public string? Subject { get; init; }

    /// <summary>The address.</summary>
    public string? Uri { get; init; }

    /// <summary>The first port for data that comes in.</summary>
    public int? IncomingDataPortStart { get; init; }

    /// <summary>The last port for data that comes in.</summary>
    public int? IncomingDataPortEnd { get; init; }

    /// <summary>The first port for data that goes out.</summary>
    public int? OutgoingDataPortStart { get; init; }

    /// <summary>The last port for data that goes out.</summary>
    public int? OutgoingDataPortEnd { get; init; }

    /// <summary>Whether it is connected; of Globus Connect Personal.</summary>
    public bool? IsConnected { get; init; }

    /// <summary>Whether it is paused; of Globus Connect Personal.</summary>
    public bool? IsPaused { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
