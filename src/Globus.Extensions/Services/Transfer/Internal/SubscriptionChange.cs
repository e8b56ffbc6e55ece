using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>Which subscription a collection shall be under; <see langword="null"/> is sent.</summary>
internal sealed record SubscriptionChange(SubscriptionId? SubscriptionId);
