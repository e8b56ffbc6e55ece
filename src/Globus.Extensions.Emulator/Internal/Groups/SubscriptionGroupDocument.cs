namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Which group provides a subscription.</summary>
internal sealed record SubscriptionGroupDocument(Guid GroupId, Guid SubscriptionId, SubscriptionDocument SubscriptionInfo);
