using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What to change of a tunnel. What is left out stays as it is.</summary>
public sealed record TunnelUpdate
{
    /// <summary>The label; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string>))]
    public Optional<string?> Label { get; init; }

    /// <summary>The address of the side that listens.</summary>
    public string? ListenerIpAddress { get; init; }

    /// <summary>The port of the side that listens.</summary>
    public int? ListenerPort { get; init; }

    /// <summary><see cref="TunnelState.Stopping"/>, the one state that can be asked for.</summary>
    public TunnelState? State { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">The state is another than <see cref="TunnelState.Stopping"/>, the label is too long or has blanks around it, or the port is none.</exception>
    internal void Check(string parameterName)
    {
        TransferArguments.Label(Label.IsSet ? Label.Value : null, parameterName);
        TransferArguments.CheckPort(ListenerPort, nameof(ListenerPort), parameterName);
        if (State is { } state && state != TunnelState.Stopping)
        {
            throw new ArgumentException($"A tunnel cannot be put into the state '{state}': '{TunnelState.Stopping}' is the one that can be asked for.", parameterName);
        }
    }
}
