namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>A subscription: without its names to those who are no members of its group.</summary>
internal sealed record SubscriptionDocument(bool IsHighAssurance, bool IsBaa, IReadOnlyDictionary<Guid, EmulatorConnector> Connectors)
{
    public string? Name { get; init; }

    public string? SubscriberName { get; init; }

    public static SubscriptionDocument Limited(EmulatorSubscription subscription) => new(subscription.IsHighAssurance, subscription.IsBaa, subscription.Connectors);

    public static SubscriptionDocument Full(EmulatorSubscription subscription) => Limited(subscription) with
    {
        Name = subscription.Name,
        SubscriberName = subscription.SubscriberName,
    };
}
