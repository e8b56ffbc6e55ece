namespace Globus.Extensions.Emulator;

/// <summary>A subscription, which an <see cref="EmulatorGroup"/> provides.</summary>
public sealed record EmulatorSubscription
{
    /// <summary>The subscription id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name, shown to members of the group only.</summary>
    public required string Name { get; init; }

    /// <summary>Who subscribed, shown to members of the group only.</summary>
    public required string SubscriberName { get; init; }

    /// <summary>Whether it allows high assurance; <see langword="false"/> by default.</summary>
    public bool IsHighAssurance { get; init; }

    /// <summary>Whether a business associate agreement is part of it; <see langword="false"/> by default.</summary>
    public bool IsBaa { get; init; }

    /// <summary>The connectors it allows, by their ids.</summary>
    public IReadOnlyDictionary<Guid, EmulatorConnector> Connectors { get; init => field = value ?? new Dictionary<Guid, EmulatorConnector>(); } = new Dictionary<Guid, EmulatorConnector>();
}
