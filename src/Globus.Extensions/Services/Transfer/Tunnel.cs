using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A tunnel: a stream of data between two access points.</summary>
public sealed record Tunnel
{
    /// <summary>The id.</summary>
    public required TunnelId Id { get; init; }

    /// <summary>The label.</summary>
    public string? Label { get; init; }

    /// <summary>The id that made its creation happen once.</summary>
    public SubmissionId? SubmissionId { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedTime { get; init; }

    /// <summary>How it stands.</summary>
    public TunnelState? State { get; init; }

    /// <summary>The same in words.</summary>
    public string? Status { get; init; }

    /// <summary>How long it may last.</summary>
    [JsonPropertyName("lifetime_mins")]
    [JsonConverter(typeof(MinutesConverter))]
    public TimeSpan? Lifetime { get; init; }

    /// <summary>Whether it can be started again.</summary>
    public bool? Restartable { get; init; }

    /// <summary>The access point of the side that connects.</summary>
    public StreamAccessPointId? InitiatorId { get; init; }

    /// <summary>The address of that side.</summary>
    public string? InitiatorIpAddress { get; init; }

    /// <summary>The port of that side.</summary>
    public int? InitiatorPort { get; init; }

    /// <summary>The access point of the side that listens.</summary>
    public StreamAccessPointId? ListenerId { get; init; }

    /// <summary>The address of that side.</summary>
    public string? ListenerIpAddress { get; init; }

    /// <summary>The port of that side.</summary>
    public int? ListenerPort { get; init; }

    /// <summary>The identity that created it.</summary>
    public IdentityId? OwnerId { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
