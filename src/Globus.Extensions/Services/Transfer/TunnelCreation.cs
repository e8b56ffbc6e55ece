using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A tunnel to create. A request keeps its submission id: sent a second time, it creates no second tunnel.</summary>
public sealed record TunnelCreation
{
    /// <summary>The access point of the side that connects.</summary>
    public required StreamAccessPointId InitiatorId { get; init; }

    /// <summary>The access point of the side that listens.</summary>
    public required StreamAccessPointId ListenerId { get; init; }

    /// <summary>The label. Default: none.</summary>
    public string? Label { get; init; }

    /// <summary>The id that makes the creation happen once. Default: a new one for each request; a copy made by <c>with</c> keeps it.</summary>
    public SubmissionId SubmissionId { get; init; } = TimeBasedUuid.Create();

    /// <summary>Whether it can be started again. Default: no.</summary>
    public bool? Restartable { get; init; }

    /// <summary>How long it may last, in whole minutes. Default: 360.</summary>
    [JsonPropertyName("lifetime_mins")]
    [JsonConverter(typeof(MinutesConverter))]
    public TimeSpan? Lifetime { get; init; }

    /// <summary>The address of the side that listens. Default: it is given later, by an update.</summary>
    public string? ListenerIpAddress { get; init; }

    /// <summary>The port of the side that listens. Default: it is given later, by an update.</summary>
    public int? ListenerPort { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">An id is empty, the lifetime is not a positive number of whole minutes, the label is too long or has blanks around it, or the port is none.</exception>
    internal void Check(string parameterName)
    {
        TransferArguments.CheckNotEmpty(InitiatorId.Value, nameof(InitiatorId), parameterName);
        TransferArguments.CheckNotEmpty(ListenerId.Value, nameof(ListenerId), parameterName);
        TransferArguments.CheckNotEmpty(SubmissionId.Value, nameof(SubmissionId), parameterName);
        TransferArguments.Label(Label, parameterName);
        TransferArguments.CheckPort(ListenerPort, nameof(ListenerPort), parameterName);
        if (Lifetime is { } lifetime && (lifetime <= TimeSpan.Zero || lifetime.Ticks % TimeSpan.TicksPerMinute != 0))
        {
            throw new ArgumentException($"The lifetime {lifetime} is not a positive number of whole minutes.", parameterName);
        }
    }
}
