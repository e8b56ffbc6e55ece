namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>Whether the administrators of its subscription vouch for a collection.</summary>
internal sealed record SubscriptionVerification(bool SubscriptionAdminVerified);
